using System.Collections.Immutable;
using Dtao.Records.Reports.Drawing;
using Dtao.Records.Stories;

namespace Dtao.Records.Reports.Sections;

/// <summary>The story, each sentence with the ids and blocks it rests on.</summary>
internal static class StorySection
{
    public static Section Of(ImmutableArray<Statement> story) => new("story", "What happened", Markup.Of(
        $"""
        <ol class="story">
        {story.Select(Sentence)}
        </ol>
        """));

    private static Markup Sentence(Statement told) => Markup.Of($"""<li{new Markup(told.IsDetail ? "" : " class=\"main\"")}>{told.Text} <span class="id">{told.Backing.ToString()}</span></li>""");
}
