using System.Text.Json.Nodes;
using DataPackage.Runtime;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace DataPackage.Web.Tests;

/// <summary>The transform that docs/using.md shows.</summary>
public class SerilogTests
{
    [Theory]
    [InlineData("{@person}")]
    [InlineData("{person}")]
    public void A_line_with_an_entity_is_small(string template)
    {
        var line = LineOf(template, Persons.KirillDmitriev);

        Assert.True(line.Length < 250, line);
        var person = (string?)JsonNode.Parse(line)!["person"];
        Assert.Contains("kirill-dmitriev", person, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_within_other_values_are_their_ids()
    {
        var line = LineOf("{@met}", new { Host = Persons.KirillDmitriev, Guests = new[] { Persons.MarcFogel } });

        var met = JsonNode.Parse(line)!["met"]!;
        Assert.Equal("kirill-dmitriev", (string?)met["Host"]);
        Assert.Equal("marc-fogel", (string?)met["Guests"]![0]);
    }

    private static string LineOf(string template, object value)
    {
        using var lines = new StringWriter();
        using var log = new LoggerConfiguration()
            .Destructure.ByTransformingWhere<IEntity>(typeof(IEntity).IsAssignableFrom, entity => entity.Id)
            .WriteTo.Sink(new Lines(lines))
            .CreateLogger();
        log.Information(template, value);
        return lines.ToString();
    }

    private sealed class Lines(TextWriter output) : ILogEventSink
    {
        public void Emit(LogEvent logEvent) => new CompactJsonFormatter().Format(logEvent, output);
    }
}
