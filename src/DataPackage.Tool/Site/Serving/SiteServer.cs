using System.Net;
using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Serving;

/// <summary>Serves the folder of a site to this machine alone, as a host of static files does.</summary>
internal sealed class SiteServer : IDisposable
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".jsonld"] = "application/ld+json",
        [".md"] = "text/markdown; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
        [".xml"] = "application/xml",
    };

    private readonly string _folder;
    private readonly HttpListener _listener = new();

    private SiteServer(string folder, int port)
    {
        _folder = folder;
        Address = FormattableString.Invariant($"http://localhost:{port}/");
        // Requests with another name of a host are refused: a page elsewhere cannot read the site through a name of its
        // own that leads to this machine.
        _listener.Prefixes.Add(Address);
    }

    public string Address { get; }

    /// <exception cref="StopException">The port is taken.</exception>
    public static SiteServer Start(string folder, int port)
    {
        var server = new SiteServer(folder, port);
        try
        {
            server._listener.Start();
        }
        catch (HttpListenerException)
        {
            throw StopException.NotStarted(
                FormattableString.Invariant($"port {port} is taken: name another one with --port")
            );
        }

        _ = Task.Run(server.Listen);
        return server;
    }

    private async Task Listen()
    {
        while (_listener.IsListening)
            try
            {
                var context = await _listener.GetContextAsync().ConfigureAwait(false);
                _ = Task.Run(() => Answer(context));
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
    }

    private void Answer(HttpListenerContext context)
    {
        var response = context.Response;
        try
        {
            if (context.Request.HttpMethod is not ("GET" or "HEAD"))
                response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            else
                Answer(context.Request.Url!.AbsolutePath, context.Request.HttpMethod == "HEAD", response);
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException)
        {
            // The browser has gone away, or the file is being written: it asks again.
            response.Abort();
        }
    }

    private void Answer(string path, bool isHead, HttpListenerResponse response)
    {
        var file = FileOf(Uri.UnescapeDataString(path));
        if (file is not null && Directory.Exists(file))
        {
            if (!path.EndsWith('/'))
            {
                response.Redirect(path + "/");
                return;
            }

            file = Path.Combine(file, SitePaths.Index);
        }

        if (file is null || Links.IsLink(file) || !File.Exists(file))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            file = Path.Combine(_folder, SitePaths.NotFound);
            if (!File.Exists(file))
                return;
        }

        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        response.AddHeader("X-Content-Type-Options", "nosniff");
        response.AddHeader("Cache-Control", "no-cache");
        var content = File.ReadAllBytes(file);
        response.ContentLength64 = content.Length;
        if (!isHead)
            response.OutputStream.Write(content);
    }

    /// <summary>The file or folder below the site's that a path of the web names; null if it leads elsewhere.</summary>
    private string? FileOf(string path)
    {
        if (path.Split('/', '\\').Any(part => part is "." or ".." || part.Contains('\0', StringComparison.Ordinal)))
            return null;
        var file = Path.GetFullPath(Path.Combine(_folder, path.TrimStart('/', '\\')));
        var isBelow =
            file == _folder || file.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isBelow ? Path.TrimEndingDirectorySeparator(file) : null;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();
}
