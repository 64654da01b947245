using System.ComponentModel;
using DataPackage;
using DataPackage.Runtime;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

var builder = WebApplication.CreateBuilder(args);

// Responses contain whole entities; requests name entities by id.
builder.Services.ConfigureHttpJsonOptions(json =>
    json.SerializerOptions.Converters.Add(new JsonWholeEntityConverter { ReadsIdsOnly = true })
);

// An unknown id is answered with 400 and the nearest id, in every environment.
builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
builder.Services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Explain);

// The document of the API says what entities, dates and enumerations are.
builder.Services.AddOpenApi(api => api.AddDataPackages());

var app = builder.Build();
app.UseExceptionHandler(
    new ExceptionHandlerOptions
    {
        StatusCodeSelector = error =>
            error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
    }
);
app.MapOpenApi();

app.MapGet("/persons", () => Persons.All.Select(person => person.Id));
app.MapGet("/persons/{person}", (Person person) => person);
app.MapGet("/places/{place}/events", (Place place) => place.Events);
app.MapGet("/events", (EnumName<EventType> type) => Events.All.Where(happening => happening.Type == type));
app.MapPost("/orders", (Order order) => $"{order.Customer.Caption} in {order.Destination.Caption} on {order.Day}");

app.Run();

// Shows the entity's own message if a value in the route or the body is not an entity.
static void Explain(ProblemDetailsContext context)
{
    if (context.Exception is not BadHttpRequestException refused)
        return;
    context.ProblemDetails.Detail = refused.InnerException?.Message ?? refused.Message;
    var request = context.HttpContext.Features.GetRequiredFeature<IExceptionHandlerFeature>();
    foreach (var parameter in request.Endpoint?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [])
    {
        if (request.RouteValues?[parameter.Name] is not string id)
            continue;
        try
        {
            TypeDescriptor.GetConverter(parameter.ParameterInfo.ParameterType).ConvertFromInvariantString(id);
        }
        catch (FormatException unknown)
        {
            context.ProblemDetails.Detail = unknown.Message;
        }
    }
}

internal sealed record Order(Person Customer, Place Destination, EdtfDate Day);
