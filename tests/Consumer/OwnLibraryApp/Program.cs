using OwnLibrary;

Console.WriteLine(string.Join(", ", Recipes.All.Select(recipe => $"{recipe.Name} ({recipe.Minutes})")));
