import * as z from 'zod/mini';

/** A plain address, "phong@so.gov.vn": ASCII, one of it, no display name, so that nothing can be smuggled into a header. */
export const MailAddress = z
  .string()
  .check(
    z.maxLength(254, 'địa chỉ thư dài quá 254 ký tự'),
    z.regex(
      /^[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/,
      'phải là một địa chỉ thư điện tử, ví dụ phong@so.gov.vn',
    ),
  );

/**
 * True of two ways to write the address of one mailbox. Before the "@" a server might tell capitals apart (RFC 5321, 2.4); none in use
 * does, and people write either. A mail goes to the address as the office wrote it.
 */
export function sameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
