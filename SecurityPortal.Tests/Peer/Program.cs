using SecurityPortal.Tests.Peer;

// answer <folder> <ticks> <account> <session> <challenge> <typed> <count>: that many answers to one code at once
// ask <folder> <ticks> <account> <method> <session> ...:                  asks for a code in all these sessions at once
// send <folder> <milliseconds>:                                           sends what waits, each for so long, and says before each that it goes out
// clear <folder> <ticks> <seed> <account> ...:                            a helper with that app clears these one after another, and says which is done
// live <folder> <run>:                                                    lives for ever, and says what was acknowledged
return args switch
{
    ["answer", var folder, .. var question] => await Answers.GiveAsync(folder, question),
    ["ask", var folder, .. var question] => await Asking.AskAsync(folder, question),
    ["send", var folder, var each] => await Sending.RunAsync(folder, TimeSpan.FromMilliseconds(int.Parse(each, System.Globalization.CultureInfo.InvariantCulture))),
    ["clear", var folder, var ticks, var seed, .. var accounts] => await Clearing.ClearAsync(folder, ticks, seed, accounts),
    ["live", var folder, var run] => await Flows.LiveAsync(folder, int.Parse(run, System.Globalization.CultureInfo.InvariantCulture)),
    _ => 1,
};
