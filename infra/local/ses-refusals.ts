import type { Refusal } from './ses-message.ts';

/**
 * What SES says no by, in its own codes and words (SES API Reference, "SendRawEmail" and "Common Errors"; SES developer guide,
 * "Amazon SES email sending errors"). Each proves that nothing was sent.
 */
export const refusals = {
  refuse: no(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-1: bao-cao@so.example',
  ),
  throttle: no('Throttling', 'Maximum sending rate exceeded.'),
  'quota-used-up': no('Throttling', 'Daily message quota exceeded.'),
  'asked-too-fast': no('ThrottlingException', 'Rate exceeded'),
  'limit-exceeded': no('LimitExceededException', 'The account has reached a limit.'),
  'account-paused': no('AccountSendingPausedException', 'Email sending is disabled for your account.'),
  'account-under-review': no(
    'MessageRejected',
    'Sending paused for this account. For more information, please check the inbox of the email address associated with your AWS account.',
  ),
  'set-paused': no('ConfigurationSetSendingPausedException', 'Email sending is disabled for the configuration set.'),
  'no-such-set': no('ConfigurationSetDoesNotExist', 'Configuration set <tong-hop> does not exist.'),
  'domain-not-verified': no(
    'MailFromDomainNotVerifiedException',
    'The MX record required to use the specified MAIL FROM domain could not be read.',
  ),
  'not-allowed': no(
    'AccessDenied',
    'User: arn:aws:sts::000000000000:assumed-role/deliver-report is not authorized to perform: ses:SendRawEmail on resource: arn:aws:ses:ap-southeast-1:000000000000:identity/bao-cao@so.example because no identity-based policy allows the ses:SendRawEmail action',
    403,
  ),
  'not-signed-up': no('OptInRequired', 'The AWS access key ID needs a subscription for the service.', 403),
  'unknown-key': no('InvalidClientTokenId', 'The security token included in the request is invalid.', 403),
  'signature-differs': no(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
    403,
  ),
  'signature-incomplete': no('IncompleteSignature', 'The request signature does not conform to AWS standards.'),
  'token-expired': no('ExpiredToken', 'The security token included in the request is expired', 403),
  'request-expired': no('RequestExpired', 'Request has expired.'),
  'address-blacklisted': no('MessageRejected', 'Address blacklisted.'),
  'address-suppressed': no('MessageRejected', 'Address is on the suppression list'),
  'address-illegal': no('InvalidParameterValue', 'Local address contains control or whitespace'),
  'address-without-domain': no('InvalidParameterValue', "Missing final '@domain'"),
  'domain-illegal': no('InvalidParameterValue', 'Domain contains illegal character'),
  'message-too-long': no('InvalidParameterValue', "Message length is more than 10485760 bytes long: '10485761'."),
  'message-malformed': no('InvalidParameterValue', 'Transaction failed: Expected disposition, got null'),
  'nobody-knows': no('SomethingNew', 'A reason that is in no manual.'),
} satisfies Record<string, Refusal>;

export type RefusalName = keyof typeof refusals;

/** The refusal of that name, if it is one. */
export function refusalNamed(name: string | undefined): Refusal | undefined {
  return name !== undefined && Object.hasOwn(refusals, name) ? refusals[name as RefusalName] : undefined;
}

function no(code: string, message: string, status = 400): Refusal {
  return { status, code, message };
}
