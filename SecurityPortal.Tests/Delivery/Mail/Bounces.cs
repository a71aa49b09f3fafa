using System.Text;
using MimeKit;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>Reports as mail servers of several makes write them.</summary>
internal static class Bounces
{
    public static MimeMessage Mail(string text)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")));
        return MimeMessage.Load(stream);
    }

    public static string Postfix(string to, string action = "failed", string status = "5.1.1", string diagnostic = "smtp; 550 5.1.1 <rachel@mail.example>: Recipient address rejected: User unknown") => $"""
        Return-Path: <>
        X-Original-To: {to}
        Delivered-To: bounces@mail.contoso.example
        Received: by relay.contoso.example (Postfix) id 4F1T2z0ABC; Wed,  4 Mar 2026 05:06:09 +0000 (UTC)
        Date: Wed,  4 Mar 2026 05:06:09 +0000 (UTC)
        From: MAILER-DAEMON@relay.contoso.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: {to}
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4F1T2y1XYZ.1772600769/relay.contoso.example"
        Message-Id: <20260304050609.4F1T2z0ABC@relay.contoso.example>

        This is a MIME-encapsulated message.

        --4F1T2y1XYZ.1772600769/relay.contoso.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host relay.contoso.example.

        --4F1T2y1XYZ.1772600769/relay.contoso.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; relay.contoso.example
        X-Postfix-Queue-ID: 4F1T2y1XYZ
        X-Postfix-Sender: rfc822; {to}
        Arrival-Date: Wed,  4 Mar 2026 05:06:07 +0000 (UTC)

        Final-Recipient: rfc822; rachel@mail.example
        Original-Recipient: rfc822;rachel@mail.example
        Action: {action}
        Status: {status}
        Remote-MTA: dns; mx.mail.example
        Diagnostic-Code: {diagnostic}

        --4F1T2y1XYZ.1772600769/relay.contoso.example
        Content-Description: Undelivered Message Headers
        Content-Type: text/rfc822-headers

        Return-Path: <{to}>
        Subject: Your code

        --4F1T2y1XYZ.1772600769/relay.contoso.example--
        """;

    public static string Exchange(string to) => $"""
        From: <postmaster@mail.example>
        To: <{to}>
        Date: Wed, 4 Mar 2026 05:06:12 +0000
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="a1b2c3d4-0001-0002-0003-000000000004"
        X-MS-Exchange-Message-Is-Ndr:
        Content-Language: en-GB
        Message-ID: <b5b9e0c6-1111-2222-3333-444455556666@EX01.mail.example>
        Subject: Undeliverable: Your code
        Auto-Submitted: auto-replied
        MIME-Version: 1.0

        --a1b2c3d4-0001-0002-0003-000000000004
        Content-Type: multipart/alternative; differences=Content-Type;
        	boundary="a1b2c3d4-0001-0002-0003-000000000005"

        --a1b2c3d4-0001-0002-0003-000000000005
        Content-Type: text/plain; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        Your message to rachel@mail.example couldn't be delivered.

        --a1b2c3d4-0001-0002-0003-000000000005
        Content-Type: text/html; charset="us-ascii"
        Content-Transfer-Encoding: quoted-printable

        <p>Your message couldn't be delivered.</p>

        --a1b2c3d4-0001-0002-0003-000000000005--

        --a1b2c3d4-0001-0002-0003-000000000004
        Content-Type: message/delivery-status

        Reporting-MTA: dns;EX01.mail.example
        Received-From-MTA: dns;relay.contoso.example
        Arrival-Date: Wed, 4 Mar 2026 05:06:11 +0000

        Original-Recipient: rfc822;rachel@mail.example
        Final-Recipient: rfc822;rachel@mail.example
        Action: failed
        Status: 5.1.10
        Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup

        --a1b2c3d4-0001-0002-0003-000000000004
        Content-Type: message/rfc822

        From: portal@contoso.example
        Subject: Your code
        MIME-Version: 1.0
        Content-Type: text/plain

        Your code

        --a1b2c3d4-0001-0002-0003-000000000004--
        """;

    public static string Gmail(string to) => $"""
        Delivered-To: {to.ToUpperInvariant()}
        Return-Path: <>
        From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
        To: bounces@mail.contoso.example
        Auto-Submitted: auto-replied
        Subject: Delivery Status Notification (Failure)
        References: <code@contoso.example>
        X-Failed-Recipients: rachel@mail.example
        Message-ID: <65e5.0500.0a.1@mx.google.example>
        Date: Tue, 03 Mar 2026 21:06:12 -0800 (PST)
        MIME-Version: 1.0
        Content-Type: multipart/report; boundary="000000000000abcdef0612345678"; report-type=delivery-status

        --000000000000abcdef0612345678
        Content-Type: multipart/related; boundary="000000000000abcdf00612345679"

        --000000000000abcdf00612345679
        Content-Type: text/plain; charset="UTF-8"

        ** Message not delivered **

        --000000000000abcdf00612345679--
        --000000000000abcdef0612345678
        Content-Type: message/delivery-status

        Reporting-MTA: dns; googlemail.example
        Arrival-Date: Tue, 03 Mar 2026 21:06:11 -0800 (PST)
        X-Original-Message-ID: <code@contoso.example>

        Final-Recipient: rfc822; rachel@mail.example
        Action: failed
        Status: 5.2.2
        Remote-MTA: dns; gmail-smtp-in.l.google.example. (2001:db8::1a, the server for the domain mail.example.)
        Diagnostic-Code: smtp; 552-5.2.2 The recipient's inbox is out of storage space. Please direct the
         552-5.2.2 recipient to free some space.
         552 5.2.2 https://support.google.example/mail/?p=OverQuotaPerm a1-20020.7 - gsmtp
        Last-Attempt-Date: Tue, 03 Mar 2026 21:06:12 -0800 (PST)

        --000000000000abcdef0612345678
        Content-Type: message/rfc822

        From: portal@contoso.example
        Subject: Your code

        Your code
        --000000000000abcdef0612345678--
        """;

    public static string Exim(string to, string diagnostic = "smtp; 550 5.7.1 Message rejected as spam by content filter") => $"""
        Return-path: <>
        Envelope-to: {to}
        Delivery-date: Wed, 04 Mar 2026 05:06:10 +0000
        Received: from Debian-exim by relay.contoso.example with local (Exim 4.98)
        	id 1rgXYZ-0000001-2a
        	for {to};
        	Wed, 04 Mar 2026 05:06:10 +0000
        X-Failed-Recipients: rachel@mail.example
        Auto-Submitted: auto-replied
        From: Mail Delivery System <Mailer-Daemon@relay.contoso.example>
        To: postmaster@contoso.example
        Content-Type: multipart/report; report-type=delivery-status; boundary=1772600770-eximdsn-424242
        MIME-Version: 1.0
        Subject: Mail delivery failed: returning message to sender
        Message-Id: <E1rgXYZ-0000001-2a@relay.contoso.example>
        Date: Wed, 04 Mar 2026 05:06:10 +0000

        --1772600770-eximdsn-424242
        Content-type: text/plain; charset=us-ascii

        This message was created automatically by mail delivery software.

        --1772600770-eximdsn-424242
        Content-type: message/delivery-status

        Reporting-MTA: dns; relay.contoso.example

        Action: failed
        Final-Recipient: rfc822;rachel@mail.example
        Status: 5.0.0
        Remote-MTA: dns; mx.mail.example
        Diagnostic-Code: {diagnostic}

        --1772600770-eximdsn-424242
        Content-type: message/rfc822

        Subject: Your code

        --1772600770-eximdsn-424242--
        """;

    public static string Answer(string to) => $"""
        From: rachel@mail.example
        To: {to}
        Subject: Out of office
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: text/plain

        I am away until Monday. Action: failed. Status: 5.1.1
        """;

    public static string Receipt(string to) => $"""
        From: rachel@mail.example
        To: {to}
        Subject: Read: Your code
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=disposition-notification; boundary=mdn

        --mdn
        Content-Type: text/plain

        It was read.

        --mdn
        Content-Type: message/disposition-notification

        Final-Recipient: rfc822;rachel@mail.example
        Disposition: manual-action/MDN-sent-manually; displayed

        --mdn--
        """;
}
