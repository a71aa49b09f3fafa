using System.Collections.Immutable;

namespace SecurityPortal.Tests.Walks;

internal static class PageMatrixTable
{
    /// <summary>Where each visitor is led, or the status of what they are shown. A form carries its token and nothing else.</summary>
    public static readonly ImmutableDictionary<(string Operation, string Caller), string> Expected = Table.Read("""
        Address                      nobody               limited              newcomer             pending              full                 distrusted           undo reminded
        GET:/                        302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/activity                302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/change-password         302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   200                  302:/message/undo 302:/reminder
        GET:/error                   404                  404                  404                  404                  404                  404                  404 404
        GET:/error/{Status:int}      404                  404                  404                  404                  404                  404                  404 404
        GET:/help                    200                  200                  200                  200                  200                  200                  200 200
        GET:/forgot-password 200 200 200 200 200 200 200 200
        GET:/forgot-password/passkey/ask 404 404 404 404 404 404 404 404
        GET:/help/caller-number      302:/sign-in 200 200 200 200 302:/change-password 302:/message/undo 200
        GET:/help-desk               302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/help-desk/accounts/{Id:guid} 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/help-desk/sign-ins 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/help-desk/sign-ins/{Id:long} 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/help-desk/sign-ins.csv 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/people 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/import 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/regions 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/channels 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/blocks 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/policy 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/audit 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/admin/audit.jsonl 302:/sign-in 302:/sign-in/verify 302:/register 302:/pending 302:/security-info 302:/change-password 302:/message/undo 302:/reminder
        GET:/healthz                 200                  200                  200                  200                  200                  200                  200 200
        GET:/message                 200                  200                  200                  200                  200                  200                  200 200
        GET:/message/undo            302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 200 302:/reminder
        GET:/message/undo/way        302:/sign-in         204                  204                  204                  204                  204                  204 204
        GET:/message/{token}         404                  404                  404                  404                  404                  404                  404 404
        GET:/message/{token}/not-mine 302:/message/none 302:/message/none 302:/message/none 302:/message/none 302:/message/none 302:/message/none 302:/message/none 302:/message/none
        GET:/message/{token}/not-mine/way 204 204 204 204 204 204 204 204
        GET:/message/undo/passkey/ask 302:/sign-in 404 404 404 404 404 404 404
        GET:/not-found               404                  404                  404                  404                  404                  404                  404 404
        GET:/pending                 302:/sign-in         200                  200                  200                  200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/pending.ics             302:/sign-in         302:/pending         302:/pending         200                  302:/pending         302:/change-password 302:/message/undo 302:/pending
        GET:/pending/over            200                  200                  200                  200                  200                  200                  200 200
        GET:/reminder                302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 302:/message/undo 200
        GET:/recover 200 200 200 200 200 200 200 200
        GET:/recover/{Number} 200 200 200 200 200 200 200 200
        GET:/recover/{Number}/finish 200 200 200 200 200 200 200 200
        GET:/register                302:/sign-in         302:/sign-in/verify  200                  302:/pending         302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/register/strong         302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/replace                 302:/sign-in         200                  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 200
        GET:/security-info           302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/security-info/add       302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/security-info/advanced  302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/security-info/verify    302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         200                  302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in                 200                  200                  200                  200                  302:/security-info   302:/change-password 200 302:/reminder
        GET:/sign-in/app             302:/sign-in         302:/sign-in         302:/sign-in         302:/sign-in         302:/security-info   302:/change-password 302:/sign-in 302:/reminder
        GET:/sign-in/blocked         200                  200                  200                  200                  200                  200                  200 200
        GET:/sign-in/blocked.ics     302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked 302:/sign-in/blocked
        GET:/sign-in/cancel-update   302:/sign-in         302:/sign-in/verify  302:/register        302:/pending         302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/code            302:/sign-in         200                  200                  200                  302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/code/way        302:/sign-in         204                  204                  204                  204                  302:/change-password 302:/message/undo 204
        GET:/sign-in/contact         302:/sign-in         302:/sign-in/verify  302:/sign-in/verify  302:/sign-in/verify  302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/passkey/ask     200                  200                  200                  200                  200                  200                  200 200
        GET:/sign-in/recovery-code   302:/sign-in         200                  200                  200                  302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/undo 200 200 200 200 200 200 200 200
        GET:/sign-in/unrecognised    302:/sign-in         200                  200                  200                  302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/verify          302:/sign-in         200                  302:/register        200                  302:/security-info   302:/change-password 302:/message/undo 302:/reminder
        GET:/sign-in/verify/passkey/ask 302:/sign-in      404                  404                  404                  404                  302:/change-password 302:/message/undo 404
        GET:/sign-out                302:/sign-in         200                  200                  200                  200                  200                  200 200
        POST:/forgot-password/first 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/ask 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/second 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/passkey 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/recovery-code 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/new 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/forgot-password/again 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password 303:/forgot-password
        POST:/language               302:/                302:/                302:/                302:/                302:/                302:/                302:/ 302:/
        POST:/message/undo/again     302:/sign-in         303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo 303:/message/undo
        POST:/message/undo/ask       302:/sign-in         303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo 303:/message/undo
        POST:/message/undo/passkey   302:/sign-in         303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo 303:/message/undo
        POST:/message/undo/call      302:/sign-in         303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo    303:/message/undo 303:/message/undo
        POST:/message/{token}/cancel 303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none 303:/message/none
        POST:/message/{token}/not-me 303:/message/none 303:/message/none 303:/message/none 303:/message/none 303:/message/none 303:/message/none 303:/message/none 303:/message/none
        POST:/message/{token}/not-mine/again 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine
        POST:/message/{token}/not-mine/ask 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine
        POST:/message/{token}/not-mine/prove 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine 303:/message/none/not-mine
        POST:/message/{token}/report 303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none    303:/message/none 303:/message/none
        POST:/recover/again 303:/recover 303:/recover 303:/recover 303:/recover 303:/recover 303:/recover 303:/recover 303:/recover
        POST:/recover/open 303:/recover/status 303:/recover/status 303:/recover/status 303:/recover/status 303:/recover/status 303:/recover/status 303:/recover/status 303:/recover/status
        POST:/recover/{number}/code 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE
        POST:/recover/{number}/answer 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE
        POST:/recover/{number}/finish 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE 303:/recover/NONE
        POST:/sign-in/blocked/tell   302:/sign-in         303:/sign-in/blocked 303:/sign-in/blocked 303:/sign-in/blocked 303:/sign-in/blocked 302:/change-password 302:/message/undo 303:/sign-in/blocked
        POST:/sign-in/cancel-update  302:/sign-in         303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  302:/change-password 302:/message/undo 303:/sign-in/verify
        POST:/sign-in/code/again     302:/sign-in         303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    302:/change-password 302:/message/undo 303:/sign-in/code
        POST:/sign-in/code/call      302:/sign-in         303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    302:/change-password 302:/message/undo 303:/sign-in/code
        POST:/sign-in/code/none      302:/sign-in         303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    303:/sign-in/code    302:/change-password 302:/message/undo 303:/sign-in/code
        POST:/sign-in/passkey        303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in 303:/sign-in
        POST:/sign-in/verify         302:/sign-in         303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  302:/change-password 302:/message/undo 303:/sign-in/verify
        POST:/sign-in/verify/passkey 302:/sign-in         303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  303:/sign-in/verify  302:/change-password 302:/message/undo 303:/sign-in/verify
        POST:/sign-in/forget         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in 303:/sign-in
        POST:/sign-out               303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in         303:/sign-in 303:/sign-in
        """);
}
