import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { chooseDataDir } from '../database/launcher/choose-data-dir.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

/** What an operator can set: by option, else by environment, else the default for one laptop. */
export interface Settings {
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly binaries: string | null
  readonly port: number
  readonly host: string
  readonly publicOrigin: string | null
  readonly proxies: number
  /** Time zone in which days are counted. */
  readonly zone: string
  /** Gateways inside the house that notices of links may be sent to, as `host:port`. */
  readonly gateways: readonly string[]
  /** The house's own certificate authority for them, as PEM. */
  readonly gatewayCa: string | null
  readonly version: string
  readonly project: string
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
}

const settingsShape = z.object({
  data: z.string().optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(4600),
  host: z.string().default('127.0.0.1'),
  origin: z.url().optional(),
  zone: z.string().refine(isZone, 'no such time zone').default('Asia/Shanghai'),
  proxies: z.coerce.number().int().min(0).max(5).default(0),
  gateways: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim().toLowerCase())
        .filter((one) => one !== ''),
    )
    .refine((list) => list.every((one) => /^(\[[\da-f:.]+\]|[\w.-]+):\d{1,5}$/.test(one)), {
      message: 'expected host:port, several with commas between',
    }),
  gatewayCa: z.string().optional(),
})

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export class UsageTrouble extends Error {}

// No option takes a passphrase or password: every user of the machine can read a command line.
const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  origin: { type: 'string' },
  proxies: { type: 'string' },
  zone: { type: 'string' },
  gateways: { type: 'string' },
  'gateway-ca': { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  'passphrase-file': { type: 'string' },
  json: { type: 'boolean' },
  login: { type: 'string' },
  yes: { type: 'boolean' },
  all: { type: 'boolean' },
  resume: { type: 'boolean' },
  'give-up-files': { type: 'string' },
  family: { type: 'string' },
  owner: { type: 'string' },
  help: { type: 'boolean' },
  'data-file': { type: 'string' },
} as const

function readOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, strict: true, options })
  } catch (trouble) {
    throw new UsageTrouble(trouble instanceof Error ? trouble.message : String(trouble))
  }
}

export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Settings {
  const { values, positionals } = readOptions(args)
  const parsed = settingsShape.safeParse({
    data: values.data ?? env['KITELINE_DATA'],
    port: values.port ?? env['KITELINE_PORT'] ?? env['PORT'],
    host: values.host ?? env['KITELINE_HOST'],
    origin: values.origin ?? env['KITELINE_ORIGIN'],
    zone: values.zone ?? env['KITELINE_ZONE'],
    proxies: values.proxies ?? env['KITELINE_PROXIES'],
    gateways: values.gateways ?? env['KITELINE_GATEWAYS'],
    gatewayCa: values['gateway-ca'] ?? env['KITELINE_GATEWAY_CA'],
  })
  if (!parsed.success)
    throw new UsageTrouble(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    )
  const { data, origin, gatewayCa, ...rest } = parsed.data
  return {
    ...rest,
    dataDir: data === undefined ? chooseDataDir(project) : resolve(data),
    databaseUrl: env['DATABASE_URL'] ?? null,
    binaries: env['KITELINE_POSTGRES'] ?? null,
    publicOrigin: origin === undefined ? null : new URL(origin).origin,
    gatewayCa: gatewayCa === undefined ? null : readCertificate(gatewayCa),
    version: readVersion(),
    project,
    words: positionals,
    options: values,
  }
}

function readCertificate(file: string): string {
  try {
    const text = readFileSync(resolve(file), 'utf8')
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  } catch {
    // Said below in the same words: the file is not one that can be used.
  }
  throw new UsageTrouble(`gateway-ca: ${file} is no certificate file that can be read`)
}

function readVersion(): string {
  return z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))).version
}
