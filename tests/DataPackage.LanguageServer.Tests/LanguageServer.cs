using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using DataPackage.Testing;
using StreamJsonRpc;

namespace DataPackage.LanguageServer.Tests;

/// <summary>The YAML language server as an editor starts it: a process that speaks LSP over its standard streams, with
/// one open folder.</summary>
internal sealed class LanguageServer : IAsyncDisposable
{
    private static readonly Lazy<string> Installed = new(Install);

    private readonly Process _process;
    private readonly JsonRpc _rpc;
    private readonly string _workspace;
    private int _version;
    private readonly JsonObject _settings;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonArray>> _diagnostics = new(
        StringComparer.Ordinal
    );
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _isMarked = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LanguageServer(Process process, string workspace, JsonObject settings)
    {
        (_process, _workspace, _settings) = (process, workspace, settings);
        _rpc = new JsonRpc(
            new HeaderDelimitedMessageHandler(
                process.StandardInput.BaseStream,
                process.StandardOutput.BaseStream,
                new SystemTextJsonFormatter()
            )
        );
        _rpc.AddLocalRpcTarget(
            new Editor(this),
            new JsonRpcTargetOptions { UseSingleObjectParameterDeserialization = true }
        );
    }

    /// <summary>Opens a folder with the settings that the build has written for it.</summary>
    public static async Task<LanguageServer> Open(string workspace, string settings)
    {
        var start = new ProcessStartInfo("node", [Installed.Value, "--stdio"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var yaml = new JsonObject
        {
            ["schemas"] = JsonNode.Parse(await File.ReadAllTextAsync(settings))!["yaml.schemas"]!.DeepClone(),
            ["validate"] = true,
            ["hover"] = true,
            ["completion"] = true,
            // Schemas of others, from the network.
            ["schemaStore"] = new JsonObject { ["enable"] = false },
        };
        var server = new LanguageServer(Process.Start(start)!, workspace, yaml);
        server._rpc.StartListening();
        await server.Ask(
            "initialize",
            new JsonObject
            {
                ["processId"] = Environment.ProcessId,
                ["rootUri"] = new Uri(workspace).AbsoluteUri,
                ["workspaceFolders"] = new JsonArray(
                    new JsonObject { ["uri"] = new Uri(workspace).AbsoluteUri, ["name"] = "seeds" }
                ),
                ["capabilities"] = new JsonObject
                {
                    ["workspace"] = new JsonObject { ["configuration"] = true, ["workspaceFolders"] = true },
                    ["textDocument"] = new JsonObject
                    {
                        ["completion"] = new JsonObject
                        {
                            ["completionItem"] = new JsonObject
                            {
                                ["documentationFormat"] = new JsonArray("markdown", "plaintext"),
                            },
                        },
                        ["publishDiagnostics"] = new JsonObject(),
                    },
                },
            }
        );
        await server._rpc.NotifyWithParameterObjectAsync("initialized", new JsonObject());
        await server._rpc.NotifyWithParameterObjectAsync(
            "workspace/didChangeConfiguration",
            new JsonObject { ["settings"] = new JsonObject { ["yaml"] = yaml.DeepClone() } }
        );
        await server.UntilSettingsAreInUse(yaml);
        return server;
    }

    /// <summary>The server applies settings after a delay, and then validates open files again: from then on, a mistake
    /// is marked.</summary>
    private async Task UntilSettingsAreInUse(JsonObject yaml)
    {
        var schemas = (string)
            yaml["schemas"]!
                .AsObject()
                .First(schema => schema.Key.EndsWith("/schema.json", StringComparison.Ordinal))
                .Value![0]!;
        var probe = UriOf(schemas.Replace("**/*", "Probe", StringComparison.Ordinal));
        _isMarked[probe] = _ready;
        await OpenDocument(probe, "mistake: true\n");
        await Await(_ready.Task);
    }

    /// <summary>The marks in a file that the editor has open with this text: <c>3: message</c>.</summary>
    public async Task<string[]> Marks(string path, string text)
    {
        var uri = UriOf(path);
        var marks = await OpenDocument(uri, text);
        await CloseDocument(uri);
        return [.. marks.Select(mark => $"{(int)mark!["range"]!["start"]!["line"]! + 1}: {mark["message"]}")];
    }

    /// <summary>The completions at <c>$$</c>, each with its documentation.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Complete(string path, string text)
    {
        var result = await At("textDocument/completion", path, text);
        var items = (result as JsonArray) ?? result!["items"]!.AsArray();
        return items
            .GroupBy(item => (string)item!["label"]!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Text(group.First()!["documentation"]), StringComparer.Ordinal);
    }

    /// <summary>The hover text at <c>$$</c>.</summary>
    public async Task<string> Hover(string path, string text) =>
        Text((await At("textDocument/hover", path, text))?["contents"]);

    public async ValueTask DisposeAsync()
    {
        await Ask("shutdown", null);
        await _rpc.NotifyAsync("exit");
        try
        {
            await Await(_process.WaitForExitAsync());
        }
        finally
        {
            if (!_process.HasExited)
                _process.Kill();
            _rpc.Dispose();
            _process.Dispose();
        }
    }

    private async Task<JsonNode?> At(string method, string path, string text)
    {
        var caret = text.IndexOf("$$", StringComparison.Ordinal);
        var line = text[..caret].Count(c => c == '\n');
        var uri = UriOf(path);
        await OpenDocument(uri, text.Remove(caret, 2));
        var result = await Ask(
            method,
            new JsonObject
            {
                ["textDocument"] = new JsonObject { ["uri"] = uri },
                ["position"] = new JsonObject
                {
                    ["line"] = line,
                    ["character"] = caret - text.LastIndexOf('\n', Math.Max(caret - 1, 0)) - 1,
                },
            }
        );
        await CloseDocument(uri);
        return result;
    }

    private string UriOf(string path) => new Uri(Path.Combine(_workspace, path)).AbsoluteUri;

    /// <summary>Completes when the server has published the marks.</summary>
    private Task<JsonArray> OpenDocument(string uri, string text) =>
        UntilPublished(
            uri,
            "textDocument/didOpen",
            new JsonObject
            {
                // The server caches what it read of a version.
                ["uri"] = uri,
                ["languageId"] = "yaml",
                ["version"] = ++_version,
                ["text"] = text,
            }
        );

    /// <summary>Completes when the server has removed all marks.</summary>
    private Task<JsonArray> CloseDocument(string uri) =>
        UntilPublished(uri, "textDocument/didClose", new JsonObject { ["uri"] = uri });

    private async Task<JsonArray> UntilPublished(string uri, string method, JsonObject document)
    {
        var published = _diagnostics[uri] = new TaskCompletionSource<JsonArray>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        await _rpc.NotifyWithParameterObjectAsync(method, new JsonObject { ["textDocument"] = document });
        await Await(published.Task);
        return await published.Task;
    }

    private async Task<JsonNode?> Ask(string method, JsonObject? parameters)
    {
        var answer = _rpc.InvokeWithParameterObjectAsync<JsonNode?>(method, parameters);
        await Await(answer);
        return await answer;
    }

    /// <summary>Waits as long as the server works on it.</summary>
    private async Task Await(Task task)
    {
        var progress = new Progress(_process.Id, Patience.Default);
        while (await Task.WhenAny(task, Task.Delay(Progress.Pause)) != task)
            if (progress.Check(written: 0) is { } reason)
                throw new TimeoutException($"The language server {reason}.");
        await task;
    }

    private static string Text(JsonNode? documentation) =>
        documentation switch
        {
            null => "",
            JsonObject markup => (string)markup["value"]!,
            _ => (string)documentation!,
        };

    private static string Install()
    {
        var folder = Repository.PathOf("tests/DataPackage.LanguageServer.Tests");
        NodeModules.Install(folder);
        return Path.Combine(folder, "node_modules", "yaml-language-server", "bin", "yaml-language-server");
    }

    /// <summary>Answers the requests and notifications of the server.</summary>
    private sealed class Editor(LanguageServer server)
    {
        [JsonRpcMethod("workspace/configuration", UseSingleObjectParameterDeserialization = true)]
        public JsonArray Configuration(JsonObject request) =>
            [
                .. request["items"]!
                    .AsArray()
                    .Select(item => (string?)item!["section"] == "yaml" ? server._settings.DeepClone() : null),
            ];

        [JsonRpcMethod("textDocument/publishDiagnostics", UseSingleObjectParameterDeserialization = true)]
        public void Publish(JsonObject notification)
        {
            var (uri, marks) = ((string)notification["uri"]!, notification["diagnostics"]!.AsArray());
            if (marks.Count > 0 && server._isMarked.TryGetValue(uri, out var marked))
                marked.TrySetResult();
            if (server._diagnostics.TryGetValue(uri, out var expected))
                expected.TrySetResult(marks);
        }

        [JsonRpcMethod("client/registerCapability", UseSingleObjectParameterDeserialization = true)]
        public static object? Register(JsonObject request) =>
            request.Count > 0 ? null : throw new ArgumentException("Nothing to register.", nameof(request));
    }
}
