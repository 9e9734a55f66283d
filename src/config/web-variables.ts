import { z } from 'zod';
import { isServerAddress } from './fields.ts';

/** Where this process listens, and where it is reached. */
export const WEB_VARIABLES = {
  PORT: z
    .string()
    .refine((text) => /^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= 65_535, 'set a port from 0 to 65535, or leave it empty for 3000')
    .transform(Number)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'set a name or an address to listen on, for example 0.0.0.0, or leave it empty for 127.0.0.1')
    .default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine(isServerAddress, 'set the address that people reach this server at, for example https://attache.example.org, without a query')
    .optional(),
} as const;
