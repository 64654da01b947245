namespace DataPackage.Tool.Export.TypeScript;

/// <summary>The types that all kinds share.</summary>
internal static class SharedTypes
{
    public static readonly string[] Names = ["Citation", "Claim", "Json", "Localized"];

    public const string Text = """
        /** A text in several languages, by tags of BCP 47; the default language of the package is first. */
        export interface Localized {
          readonly [language: string]: string;
        }

        /** A value of any shape. */
        export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

        /** A passage that supports values. */
        export interface Citation {
          /** The id of the article. */
          readonly article: string;
          /** The passage, if the article may be redistributed. */
          readonly quote?: string;
          /** The language of the article (BCP 47). */
          readonly language?: string;
          /** The paragraph, from 1. */
          readonly paragraph: number;
          /** Where the passage starts in the text, in Unicode code points. */
          readonly start: number;
          /** Where it ends, exclusive. */
          readonly end: number;
          /** The values that it supports; empty if it is for the entity as a whole. */
          readonly for: readonly string[];
        }

        /** A value that a source gives, and what is said of it. */
        export interface Claim {
          /** The path of the value if the entity has it; else that of the claim. */
          readonly path: string;
          /** Null if it is unknown, or if there is none. */
          readonly value: Json;
          readonly state?: "unknown" | "none";
          readonly rank: "normal" | "preferred" | "deprecated";
          /** The reason of the rank. */
          readonly because?: string;
          /** Who says so: a kind and an id, or a text. */
          readonly accordingTo?: string;
          /** When it is or was so, in EDTF. */
          readonly during?: string;
          readonly basis?: "stated" | "inferred" | "common-knowledge";
          readonly note?: string;
        }

        """;
}
