using System.Net;
using DataPackage.BuildTasks;
using DataPackage.Tool.Sessions;

namespace DataPackage.Tool.Site.Serving;

/// <summary>Serves the folder of a site to this machine alone, as a host of static files does.</summary>
internal sealed class SiteServer : IDisposable
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".css"] = "text/css; charset=utf-8",
        [".gif"] = "image/gif",
        [".html"] = "text/html; charset=utf-8",
        [".ico"] = "image/x-icon",
        [".jpg"] = "image/jpeg",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".jsonld"] = "application/ld+json",
        [".md"] = "text/markdown; charset=utf-8",
        [".otf"] = "font/otf",
        [".png"] = "image/png",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [".webp"] = "image/webp",
        [".woff"] = "font/woff",
        [".woff2"] = "font/woff2",
        [".xml"] = "application/xml",
    };

    /// <summary>What leads to another disk or folder on some systems.</summary>
    private static readonly char[] Unfit = ['\\', ':', '\0'];

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

    /// <exception cref="StopException">Nothing can be served at the port.</exception>
    public static SiteServer Start(string folder, int port)
    {
        var server = new SiteServer(folder, port);
        try
        {
            server._listener.Start();
        }
        catch (HttpListenerException refused)
        {
            server.Dispose();
            throw StopException.NotStarted(
                FormattableString.Invariant($"nothing can be served at port {port}: {refused.Message}. ")
                    + "Name another one with --port"
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
            catch (Exception) when (!_listener.IsListening)
            {
                return;
            }
            // A browser that has gone away before it was heard.
            catch (HttpListenerException) { }
    }

    /// <summary>Whatever happens, the request has an end: a browser that waits for one asks for nothing else.</summary>
    private void Answer(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            try
            {
                if (request.HttpMethod is not ("GET" or "HEAD"))
                {
                    response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
                    response.AddHeader("Allow", "GET, HEAD");
                }
                else
                    Answer(request.Url!.AbsolutePath, request.HttpMethod == "HEAD", response);
            }
            catch (Exception failure) when (failure is not HttpListenerException)
            {
                // A file that is just being written, say.
                response.StatusCode = (int)HttpStatusCode.InternalServerError;
            }

            response.Close();
        }
        // The browser has gone away, or has a part of the answer.
        catch (Exception)
        {
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
                // From the folder's own name: an address that starts with // would lead to another host.
                var parts = Path.GetRelativePath(_folder, file).Split(Path.DirectorySeparatorChar);
                response.Redirect($"/{string.Join('/', parts.Select(Uri.EscapeDataString))}/");
                return;
            }

            file = Path.Combine(file, SitePaths.Index);
        }

        if (file is null || !File.Exists(file) || IsThroughLink(file))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            file = Path.Combine(_folder, SitePaths.NotFound);
            if (!File.Exists(file))
                return;
        }

        var content = File.ReadAllBytes(file);
        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        response.AddHeader("X-Content-Type-Options", "nosniff");
        response.AddHeader("Cache-Control", "no-cache");
        response.ContentLength64 = content.Length;
        if (!isHead)
            response.OutputStream.Write(content);
    }

    /// <summary>The file or folder below the site's that a path of the web names; null if no file can have such a
    /// path.</summary>
    private string? FileOf(string path)
    {
        var parts = path.Trim('/').Split('/');
        var isPlain =
            !path.StartsWith("//", StringComparison.Ordinal)
            && !path.EndsWith("//", StringComparison.Ordinal)
            && (path == "/" || parts.All(part => part is not ("" or "." or "..") && part.IndexOfAny(Unfit) < 0));
        return isPlain ? Path.Combine([_folder, .. parts.Where(part => part.Length > 0)]) : null;
    }

    private bool IsThroughLink(string file)
    {
        for (var each = file; each.Length > _folder.Length; each = Path.GetDirectoryName(each)!)
            if (Links.IsLink(each))
                return true;
        return false;
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();
}
