using System.Net;
using System.Net.Sockets;
using DataPackage.Tool.Sessions;
using DataPackage.Tool.Site.Serving;

namespace DataPackage.Tool.Tests.Site;

/// <summary>The site as a browser gets it from this machine.</summary>
public sealed class SiteServerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SiteServer _server;
    private readonly HttpClient _client;

    public SiteServerTests()
    {
        _folder
            .With("site/index.html", "<p>home")
            .With("site/404.html", "<p>not there")
            .With("site/en/ships/a b/index.html", "<p>ship")
            .With("site/assets/site.css", "p{}")
            .With("site/assets/Face.WOFF2", "face")
            .With("secret.txt", "secret");
        _server = SiteServer.Start(_folder.PathOf("site"), FreePort());
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(_server.Address),
        };
    }

    [Theory]
    [InlineData("", "text/html; charset=utf-8", "<p>home")]
    [InlineData("index.html?q=1", "text/html; charset=utf-8", "<p>home")]
    [InlineData("en/ships/a%20b/", "text/html; charset=utf-8", "<p>ship")]
    [InlineData("assets/site.css", "text/css; charset=utf-8", "p{}")]
    [InlineData("assets/Face.WOFF2", "font/woff2", "face")]
    public async Task A_file_comes_with_its_type_and_HEAD_tells_its_length_alone(string path, string type, string text)
    {
        var got = await Ask(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.OK, got.StatusCode);
        Assert.Equal(type, $"{got.Content.Headers.ContentType}");
        Assert.Equal(text, await got.Content.ReadAsStringAsync());

        var head = await Ask(HttpMethod.Head, path);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(text.Length, head.Content.Headers.ContentLength);
        Assert.Equal("", await head.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("en/")]
    [InlineData("%2e%2e/secret.txt")]
    [InlineData("..%2fsecret.txt")]
    [InlineData("en/..%5c..%5csecret.txt")]
    [InlineData("index.html%00")]
    [InlineData("/en")]
    [InlineData("//en")]
    [InlineData("en//ships")]
    [InlineData("en//")]
    public async Task What_is_not_there_gets_the_page_that_says_so(string path)
    {
        var answer = await Ask(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("<p>not there", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("en", "/en/")]
    [InlineData("en/ships/a%20b", "/en/ships/a%20b/")]
    public async Task A_folder_is_led_to_below_the_site(string path, string to)
    {
        var answer = await Ask(HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(to, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Only_reading_is_allowed()
    {
        var answer = await Ask(HttpMethod.Post, "");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "HEAD"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_an_answer_too_and_the_next_request_is_heard()
    {
        using (new FileStream(_folder.PathOf("site/index.html"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal(HttpStatusCode.InternalServerError, (await Ask(HttpMethod.Get, "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask(HttpMethod.Get, "")).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_served_through_a_link()
    {
        Directory.CreateSymbolicLink(_folder.PathOf("site/link"), _folder.Path);
        File.CreateSymbolicLink(_folder.PathOf("site/file.txt"), _folder.PathOf("secret.txt"));
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, "link/secret.txt")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Ask(HttpMethod.Get, "file.txt")).StatusCode);
    }

    [Fact]
    public void A_port_that_is_taken_ends_the_run_with_the_reason()
    {
        using var folder = new TempFolder().With("seeds/ships/tern.yaml", "name: Tern\n");
        var run = folder.Run("site", "-o", "site", "--serve", "--port", $"{_client.BaseAddress!.Port}");
        Assert.Equal(ExitCode.NotStarted, run.ExitCode);
        Assert.StartsWith(
            $"datapackage: nothing can be served at port {_client.BaseAddress.Port}: ",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(folder.PathOf("site")));
    }

    /// <summary>The path is sent as it is written here, with all dots and slashes.</summary>
    private Task<HttpResponseMessage> Ask(HttpMethod method, string path) =>
        _client.SendAsync(
            new HttpRequestMessage(
                method,
                new Uri(
                    _server.Address + path,
                    new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
                )
            )
        );

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }
}
