using System.Runtime.InteropServices;
using SQLitePCL;

namespace Dtao.Records.Database;

/// <summary>SQLite's functions that bind a value to a place of a prepared statement and run it, without what a safe handle costs at every call: a run binds millions.</summary>
/// <remarks>The statement must be alive, and no other thread may use its connection.</remarks>
internal static partial class Binding
{
    private const string Library = "e_sqlite3";

    /// <summary>The text stays where it is as long as SQLite may read it.</summary>
    private const nint Static = 0;

    /// <summary>
    /// A connection belongs to one thread at a time here, so SQLite need not lock it at every call, nor count its memory.
    /// That can be said only before the first connection; later it is refused and changes nothing.
    /// </summary>
    public static void Prepare()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static partial int Int64(nint statement, int place, long value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double"), SuppressGCTransition]
    public static partial int Double(nint statement, int place, double value);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static partial int Null(nint statement, int place);

    /// <summary>A text that SQLite does not copy: it must stay where it is until the step is done.</summary>
    public static int Text(nint statement, int place, nint utf8, int length) => Text(statement, place, utf8, length, Static);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    public static partial int Reset(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text"), SuppressGCTransition]
    private static partial int Text(nint statement, int place, nint utf8, int length, nint destructor);
}
