import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { refuse, done, type Outcome } from '../../core/kit/outcome.ts'

// OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane.
const memoryKiB = 19_456
const passes = 2
const tagLength = 32
const shortest = 8
const longest = 128

// The passwords that guessing programs try first, and this product's own words.
const tooCommon: ReadonlySet<string> = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '11111111',
  '00000000',
  '88888888',
  '66666666',
  '87654321',
  '123123123',
  '12341234',
  '147258369',
  'password',
  'password1',
  'passw0rd',
  'qwertyui',
  'qwertyuiop',
  'asdfghjk',
  '1qaz2wsx',
  'abcd1234',
  'a1234567',
  'a12345678',
  'aa123456',
  'abc12345',
  'abc123456',
  'woaini1314',
  '5201314520',
  '1314520520',
  'iloveyou',
  'kiteline',
  'kiteline1',
  'zhiyuan1',
  'shegong1',
  'shegong123',
  'admin123',
  'administrator',
  'letmein1',
  'welcome1',
  'football',
  'sunshine',
  'princess',
])

function hash(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2(
      'argon2id',
      {
        message: password.normalize('NFC'),
        nonce: salt,
        parallelism: 1,
        tagLength,
        memory: memoryKiB,
        passes,
      },
      (error, key) => {
        if (error === null) resolve(key)
        else reject(error)
      },
    )
  })
}

/** R30: length decides, not composition; every character is welcome, Chinese too; what everybody tries is refused. */
export function checkPassword(password: string, forbidden: readonly string[]): Outcome<string> {
  const length = [...password].length
  if (length < shortest) return refuse('PasswordTooShort', { least: shortest })
  if (length > longest) return refuse('PasswordTooLong', { most: longest })
  const plain = password.normalize('NFKC').toLowerCase()
  if (tooCommon.has(plain) || /^(.)\1+$/u.test(plain)) return refuse('PasswordTooCommon')
  return forbidden.some(
    (word) => word.trim().length > 1 && plain === word.normalize('NFKC').toLowerCase(),
  )
    ? refuse('PasswordTooCommon')
    : done(password)
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `argon2id$${memoryKiB}$${passes}$${salt.toString('base64')}$${(await hash(password, salt)).toString('base64')}`
}

/** Takes the same time whether or not there is an account: without a stored hash a fresh one is computed and thrown away. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const [, , , salt = '', expected = ''] = (stored ?? '').split('$')
  const key = await hash(
    password.slice(0, 4 * longest),
    salt === '' ? randomBytes(16) : Buffer.from(salt, 'base64'),
  )
  const wanted = Buffer.from(expected, 'base64')
  return wanted.length === key.length && timingSafeEqual(wanted, key)
}
