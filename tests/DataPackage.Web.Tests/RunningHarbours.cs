using DataPackage.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace DataPackage.Web.Tests;

/// <summary>How entities are written, and whether they may be read so.</summary>
public enum Form
{
    Ids,
    ObjectsInResponses,
    Objects,
    TwoLevels,
}

/// <summary>One application for each form, which the tests of a class share.</summary>
public sealed class RunningHarbours : IAsyncLifetime
{
    private readonly Dictionary<Form, RunningApp> _apps = [];

    internal async Task<RunningApp> StartAsync(Form form) =>
        _apps.TryGetValue(form, out var app)
            ? app
            : _apps[form] = await RunningApp.StartAsync(Harbour.Map, services => Configure(services, form));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var app in _apps.Values)
            await app.DisposeAsync();
    }

    internal static void Configure(IServiceCollection services, Form form)
    {
        services.AddControllers().AddApplicationPart(typeof(Harbour).Assembly);
        if (form == Form.Ids)
            return;
        var whole = new JsonWholeEntityConverter(form == Form.TwoLevels ? 2 : 1)
        {
            ReadsIdsOnly = form == Form.ObjectsInResponses,
        };
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(whole));
    }
}
