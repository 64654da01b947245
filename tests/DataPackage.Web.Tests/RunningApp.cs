using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataPackage.Web.Tests;

/// <summary>An application that listens on a free port of this machine.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningApp(WebApplication app) => _app = app;

    public HttpClient Client { get; private init; } = null!;

    /// <summary>Starts an application that has a document of its API.</summary>
    public static async Task<RunningApp> StartAsync(
        Action<WebApplication> map,
        Action<IServiceCollection>? configure = null
    )
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi(api => api.AddDataPackages());
        configure?.Invoke(builder.Services);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseDeveloperExceptionPage();
        app.MapOpenApi();
        map(app);
        await app.StartAsync();
        return new RunningApp(app) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) } };
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }

    public Task<JsonNode> GetDocumentAsync() => GetAsync("/openapi/v1.json");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
