import { expect, test } from "vitest";
import { parseMailDate } from "#adapters/convert/mail/parse-mail-date.ts";

test.each([
  ["Fri, 14 Mar 2025 21:05:09 -0600", "2025-03-14T21:05:09-06:00"],
  ["14 Mar 2025 21:05 +0000", "2025-03-14T21:05:00+00:00"],
  ["Fri, 14 Mar 2025 21:05:09 -0000", "2025-03-14T21:05:09Z"],
  ["Fri, 14 Mar 2025 21:05:09 GMT", "2025-03-14T21:05:09Z"],
  ["Tue, 1 Jul 97 9:05:09 EDT", "1997-07-01T09:05:09-04:00"],
  ["1 Jul 03 09:05:09 (a comment) PST", "2003-07-01T09:05:09-08:00"],
  ["14-Mar-2025 21:05:09", "2025-03-14T21:05:09"],
  ["14 Mar 2025", "2025-03-14"],
  ["Sat, 31 Dec 2016 23:59:60 +0000", "2016-12-31T23:59:59+00:00"],
])("%s", (written, expected) => {
  expect(parseMailDate(written)).toBe(expected);
});

test.each(["", "<HR>", "30 Feb 2025 10:00:00 +0000", "14 Foo 2025", "14 Mar 2025 25:00:00 +0000", "yesterday"])(
  "%s is no date",
  (written) => {
    expect(parseMailDate(written)).toBeNull();
  },
);
