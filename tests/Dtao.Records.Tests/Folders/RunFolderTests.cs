using Dtao.Records.Folders;

namespace Dtao.Records.Tests.Folders;

public sealed class RunFolderTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("sn28-story_2.final")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_plain_name_is_valid(string name) => Assert.True(RunName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../up")]
    [InlineData("/etc")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    [InlineData("a\n")]
    [InlineData("a\0")]
    [InlineData("-rf")]
    [InlineData("ä")]
    [InlineData("٣")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234")]
    public void Any_other_name_is_refused_and_nothing_is_made(string name)
    {
        using var root = new TemporaryFolder();
        Assert.Equal(FolderRefusal.BadName, Assert.Throws<RunFolderRefused>(() => RunFolder.Create(root, name)).Reason);
        Assert.Empty(Directory.GetFileSystemEntries(root));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_symbolic_link_is_refused_even_one_that_leads_nowhere(bool leadsSomewhere)
    {
        using var root = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        Directory.CreateSymbolicLink(Path.Combine(root, "link"), leadsSomewhere ? outside : Path.Combine(outside, "nowhere"));
        Assert.Equal(FolderRefusal.IsLink, Assert.Throws<RunFolderRefused>(() => RunFolder.Create(root, "link", replace: true)).Reason);
        Assert.Empty(Directory.GetFileSystemEntries(outside));
    }

    [Fact]
    public void A_link_among_the_files_of_an_old_run_is_removed_and_not_followed()
    {
        using var root = new TemporaryFolder();
        using var outside = new TemporaryFolder();
        var treasure = Path.Combine(outside, "treasure");
        File.WriteAllText(treasure, "gold");
        var path = new SmallRun(blocks: 2).Record(root);
        foreach (var file in new[] { "events.clef", "config.conf", "run.db", "OK.tmp" })
        {
            File.Delete(Path.Combine(path, file));
            File.CreateSymbolicLink(Path.Combine(path, file), treasure);
        }
        new SmallRun(blocks: 2).Record(root, replace: true);
        Assert.Equal("gold", File.ReadAllText(treasure));
        Assert.Null(new FileInfo(Path.Combine(path, "events.clef")).LinkTarget);
    }

    [Theory]
    [InlineData("OK")]
    [InlineData("FAILED")]
    public void A_finished_run_is_not_overwritten_unless_told(string marker)
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun(blocks: 2).Record(root);
        File.Move(Path.Combine(path, "OK"), Path.Combine(path, marker));
        var before = File.ReadAllBytes(Path.Combine(path, "events.clef"));
        Assert.Equal(FolderRefusal.Exists, Assert.Throws<RunFolderRefused>(() => RunFolder.Create(root, "small")).Reason);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(path, "events.clef")));
        using (RunFolder.Create(root, "small", replace: true)) Assert.Equal(RunState.Partial, RunFolder.StateOf(path));
    }

    [Fact]
    public void A_partial_run_is_written_anew_and_strangers_files_beside_it_stay()
    {
        using var root = new TemporaryFolder();
        var path = new SmallRun(blocks: 2).Record(root);
        File.Delete(Path.Combine(path, "OK"));
        File.WriteAllText(Path.Combine(path, "notes.txt"), "mine");
        new SmallRun(blocks: 2).Record(root);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(path, "notes.txt")));
    }

    [Fact]
    public void A_folder_that_no_run_made_is_left_alone()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(root, "photos"));
        File.WriteAllText(Path.Combine(root, "photos", "cat.jpg"), "meow");
        Assert.Equal(FolderRefusal.NotARun, Assert.Throws<RunFolderRefused>(() => RunFolder.Create(root, "photos", replace: true)).Reason);
    }

    [Fact]
    public void Two_writers_do_not_share_a_folder()
    {
        using var root = new TemporaryFolder();
        using var first = RunFolder.Create(root, "small");
        Assert.Equal(FolderRefusal.Busy, Assert.Throws<RunFolderRefused>(() => RunFolder.Create(root, "small", replace: true)).Reason);
    }

    [Theory]
    [InlineData(new string[0], RunState.Partial)]
    [InlineData(new[] { "OK" }, RunState.Ok)]
    [InlineData(new[] { "FAILED" }, RunState.Failed)]
    [InlineData(new[] { "OK", "FAILED" }, RunState.Failed)]
    [InlineData(new[] { "OK.tmp", "manifest.json" }, RunState.Partial)]
    public void The_markers_say_what_state_a_run_is_in(string[] files, RunState state)
    {
        using var root = new TemporaryFolder();
        foreach (var file in files) File.WriteAllText(Path.Combine(root, file), "");
        Assert.Equal(state, RunFolder.StateOf(root));
    }
}
