using Dtao.Records.Events;
using Dtao.Records.Folders;

namespace Dtao.Records.Recording;

/// <summary>
/// Takes whole blocks of events from a lane and writes them on a thread of its own. Nothing is dropped: a full queue makes the lane wait,
/// a failed write makes the next call throw. The marker is written last, so a folder that has one is whole.
/// </summary>
public sealed class RunRecorder : IDisposable
{
    private readonly RunFolder folder;
    private readonly RunWriter writer;
    private readonly BatchQueue queue;
    private readonly Thread thread;
    private bool closing, disposed;

    private RunRecorder(RunFolder folder, RecordingPlan plan)
    {
        this.folder = folder;
        writer = new RunWriter(folder, plan);
        queue = new BatchQueue(plan.QueuedEvents);
        thread = new Thread(WriteAll) { Name = "recorder", IsBackground = true };
        thread.Start();
    }

    /// <summary>Takes over the folder and writes what is known before the first block.</summary>
    /// <exception cref="RecordingFailed">The disk forbids it.</exception>
    public static RunRecorder Start(RunFolder folder, RecordingPlan plan)
    {
        try
        {
            return new RunRecorder(folder, plan);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Hands over one block. Waits while the queue is full.</summary>
    /// <exception cref="RecordingFailed">This or an earlier block could not be written.</exception>
    public void Post(BlockBatch batch)
    {
        if (!queue.Put(batch)) ThrowIfFailed();
    }

    /// <summary>Writes what is left, brings it onto the disk and marks the run <c>OK</c>.</summary>
    /// <param name="addReports">Puts into the folder what is made from the finished record, before the marker says that all is there.</param>
    /// <exception cref="RecordingFailed">Something could not be written; there is no marker.</exception>
    public RunManifest Complete(RunEnding ending, Action<RunFolder>? addReports = null)
    {
        RunManifest manifest = null!;
        End(() =>
        {
            manifest = writer.Complete(ending);
            writer.Dispose();
            addReports?.Invoke(folder);
            folder.Mark(RunLayout.Ok, ending.HashHead + "\n");
        });
        return manifest;
    }

    /// <summary>Writes what is left and marks the run <c>FAILED</c>, if the disk still can.</summary>
    /// <param name="ending">How far the run came; null when that is not known.</param>
    /// <returns>Whether the marker stands.</returns>
    public bool Fail(string reason, RunEnding? ending = null)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        try
        {
            Keep(ending);
            folder.Mark(RunLayout.Failed, reason + "\n");
            return true;
        }
        catch (RecordingFailed)
        {
            return false;
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Writes what is left and leaves a partial run: for a run that was interrupted.</summary>
    /// <exception cref="RecordingFailed">Something could not be written.</exception>
    public void Abandon() => End(writer.Close);

    /// <summary>Lets go of the folder; without a word before, the run stays partial.</summary>
    public void Dispose()
    {
        Stop();
        (closing, disposed) = (true, true);
        writer.Dispose();
        folder.Dispose();
    }

    private void End(Action end)
    {
        ObjectDisposedException.ThrowIf(closing, this);
        Stop();
        ThrowIfFailed();
        closing = true;
        end();
        Dispose();
    }

    private void Keep(RunEnding? ending)
    {
        try
        {
            Stop();
            ThrowIfFailed();
            if (closing) return;
            closing = true;
            if (ending is null) writer.Close();
            else writer.Complete(ending);
        }
        catch (RecordingFailed)
        {
            // What was written before stays; the marker says that it is not all.
        }
        finally
        {
            writer.Dispose();
        }
    }

    private void Stop()
    {
        queue.Close();
        thread.Join();
    }

    private void ThrowIfFailed()
    {
        if (queue.Failure is { } failure) throw RecordingFailed.In(failure, folder.Path);
    }

    private void WriteAll()
    {
        try
        {
            while (queue.Take() is { } batch) writer.Write(batch);
        }
        catch (Exception e)
        {
            // Whatever it is, the lane must hear of it: it stops at its next block.
            queue.Fail(e);
        }
    }
}
