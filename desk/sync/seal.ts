// AES-GCM over whatever rests on this device. The place (store and row) is bound in, so that a row moved elsewhere does not open.

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function sealText(key: CryptoKey, place: string, text: string): Promise<Sealed> {
  return sealContent(key, place, encoder.encode(text))
}

export async function sealContent(
  key: CryptoKey,
  place: string,
  content: BufferSource,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) },
    key,
    content,
  )
  return { iv, bytes }
}

/** Throws when the key is another one, the row was moved or a byte was changed. */
export async function openText(key: CryptoKey, place: string, sealed: Sealed): Promise<string> {
  return decoder.decode(await openContent(key, place, sealed))
}

export function openContent(key: CryptoKey, place: string, sealed: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.iv, additionalData: encoder.encode(place) },
    key,
    sealed.bytes,
  )
}

export interface WrappedKey {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}

/** A fresh random data key, and the same key wrapped for rest. */
export async function makeDataKey(
  wrapKey: CryptoKey,
): Promise<{ readonly key: CryptoKey; readonly wrapped: WrappedKey }> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, [
    'encrypt',
    'decrypt',
  ])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.wrapKey('raw', key, wrapKey, { name: 'AES-GCM', iv })
  const wrapped = { iv, bytes }
  return { key: await unwrapDataKey(wrapKey, wrapped), wrapped }
}

/** Throws when the wrapping key (so the PIN) is a wrong one. The key that comes back cannot be exported. */
export function unwrapDataKey(wrapKey: CryptoKey, wrapped: WrappedKey): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey(
    'raw',
    wrapped.bytes,
    wrapKey,
    { name: 'AES-GCM', iv: wrapped.iv },
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

/** A key that belongs to this browser: no script can read its bytes, also not this one. */
export function makeOwnKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals a wrapped key once more, so that PINs can be tried against it only where the browser's own key is. */
export async function bindKey(own: CryptoKey, { iv, bytes }: WrappedKey): Promise<WrappedKey> {
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, own, bytes) }
}

export async function unbindKey(own: CryptoKey, { iv, bytes }: WrappedKey): Promise<WrappedKey> {
  return { iv, bytes: await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, own, bytes) }
}
