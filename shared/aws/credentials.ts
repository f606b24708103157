import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Lambda puts a function's credentials into its environment. In a bundle this stands for the SDK's whole chain of places to look
 * for them (infra/bundle.ts): the others, profiles, processes, sign-in services, are never come to there.
 */
export function defaultProvider() {
  return fromEnv();
}
