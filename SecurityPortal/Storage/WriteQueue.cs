using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;

namespace SecurityPortal.Storage;

/// <summary>
/// The one place that writes. Callers hand over units of work; one thread runs all that have queued in one transaction,
/// a savepoint each, and answers each caller after the commit. The transaction takes the store's write lock before the
/// first read, so what a unit reads cannot change under it, whichever process writes next.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private const int MostTogether = 256;

    private readonly Channel<IUnit> _units = Channel.CreateUnbounded<IUnit>(new() { SingleReader = true });
    private readonly StoreFolder _folder;
    private readonly Task _writer;

    public WriteQueue(StoreFolder folder)
    {
        _folder = folder;
        _writer = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Answers once the unit's change is durable. A unit that throws changes nothing and disturbs no other.</summary>
    public Task<T> RunAsync<T>(Func<PortalContext, T> work, CancellationToken cancel)
    {
        Unit<T> unit = new(work, cancel);
        return _units.Writer.TryWrite(unit) ? unit.Answer : throw new ObjectDisposedException(nameof(WriteQueue));
    }

    public async ValueTask DisposeAsync()
    {
        _units.Writer.TryComplete();
        await _writer;
    }

    private void WriteAll()
    {
        while (_units.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = TakeBatch();
            try
            {
                Commit(batch);
            }
            catch (Exception exception)
            {
                // Whatever it was, the next batch is to be written; those who wait for this one learn of it.
                batch.ForEach(unit => unit.Fail(exception));
            }
        }
    }

    private List<IUnit> TakeBatch()
    {
        List<IUnit> batch = [];
        while (batch.Count < MostTogether && _units.Reader.TryRead(out var unit))
            batch.Add(unit);
        return batch;
    }

    private void Commit(List<IUnit> batch)
    {
        using PortalContext context = new(_folder.Options);
        context.Database.AutoSavepointsEnabled = false;
        using var transaction = context.Database.BeginTransaction();
        foreach (var unit in batch)
            unit.Run(context, transaction);
        transaction.Commit();
        batch.ForEach(unit => unit.Finish());
    }

    private interface IUnit
    {
        void Run(PortalContext context, IDbContextTransaction transaction);

        void Finish();

        void Fail(Exception exception);
    }

    private sealed class Unit<T>(Func<PortalContext, T> work, CancellationToken cancel) : IUnit
    {
        private const string Savepoint = "unit";

        private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action _finish = () => { };

        public Task<T> Answer => _answer.Task;

        public void Run(PortalContext context, IDbContextTransaction transaction)
        {
            if (cancel.IsCancellationRequested)
            {
                _finish = () => _answer.TrySetCanceled(cancel);
                return;
            }

            transaction.CreateSavepoint(Savepoint);
            try
            {
                var answer = work(context);
                context.SaveChanges();
                transaction.ReleaseSavepoint(Savepoint);
                _finish = () => _answer.TrySetResult(answer);
            }
            catch (Exception exception)
            {
                transaction.RollbackToSavepoint(Savepoint);
                _finish = () => _answer.TrySetException(exception);
            }
            finally
            {
                context.ChangeTracker.Clear();
            }
        }

        public void Finish() => _finish();

        public void Fail(Exception exception) => _answer.TrySetException(exception);
    }
}
