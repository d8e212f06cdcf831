// The phone is shared: a draft is sealed with a key that only the checked page carries, and is gone after a day.
export interface Sealed {
  readonly read: () => Promise<Record<string, string>>
  readonly write: (answers: Record<string, string>) => Promise<void>
  readonly forget: () => void
}

const longestMilliseconds = 24 * 3_600_000

export interface Seal {
  /** Names this page's place without saying its address. */
  readonly place: string
  readonly under: (name: string, longest: number) => Sealed
}

/** null where the phone cannot seal: then nothing is kept on it, and the server keeps the parts. */
export async function openSeal(key64: string, path: string): Promise<Seal | null> {
  const { subtle } = window.crypto ?? {}
  if (subtle === undefined) return null
  try {
    const key = await subtle.importKey('raw', bytesOf(key64), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ])
    return {
      place: await placeOf(subtle, path),
      under: (name, longest) => sealedAt(name, longest, key, subtle),
    }
  } catch {
    return null
  }
}

async function placeOf(subtle: SubtleCrypto, path: string): Promise<string> {
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(path))
  return textOf(new Uint8Array(digest)).slice(0, 16)
}

const prefix = 'kiteline-draft-'

/** What was half written on this page has arrived; what waits of another link stays. */
export async function forgetDraft(path: string): Promise<void> {
  const { subtle } = window.crypto ?? {}
  if (subtle !== undefined) localStorage.removeItem(prefix + (await placeOf(subtle, path)))
}

export async function openDraft(key64: string, path: string): Promise<Sealed | null> {
  const seal = await openSeal(key64, path)
  return seal === null ? null : seal.under(prefix + seal.place, longestMilliseconds)
}

function sealedAt(name: string, longest: number, key: CryptoKey, subtle: SubtleCrypto): Sealed {
  return {
    forget: () => localStorage.removeItem(name),
    read: async () => {
      const [at = '0', nonce = '', sealed = ''] = (localStorage.getItem(name) ?? '').split('.')
      if (Date.now() - Number(at) > longest) {
        localStorage.removeItem(name)
        return {}
      }
      try {
        const plain = await subtle.decrypt(
          { name: 'AES-GCM', iv: bytesOf(nonce) },
          key,
          bytesOf(sealed),
        )
        return stringsOf(JSON.parse(new TextDecoder().decode(plain)))
      } catch {
        return {}
      }
    },
    write: async (answers) => {
      const iv = window.crypto.getRandomValues(new Uint8Array(12))
      const sealed = await subtle.encrypt(
        { name: 'AES-GCM', iv },
        key,
        new TextEncoder().encode(JSON.stringify(answers)),
      )
      localStorage.setItem(name, `${Date.now()}.${textOf(iv)}.${textOf(new Uint8Array(sealed))}`)
    },
  }
}

export function stringsOf(value: unknown): Record<string, string> {
  const strings: Record<string, string> = {}
  if (typeof value !== 'object' || value === null) return strings
  for (const [name, text] of Object.entries(value))
    if (typeof text === 'string') strings[name] = text
  return strings
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}

function textOf(bytes: Uint8Array): string {
  let binary = ''
  bytes.forEach((byte) => {
    binary += String.fromCharCode(byte)
  })
  return btoa(binary)
}
