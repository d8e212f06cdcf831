// Some telephones and browsers ask for a part of a sound before they play it at all (RFC 9110 14.2, one range).

export interface Part {
  readonly status: 200 | 206 | 416
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What was asked for: all of it where no range is named or it is not understood, nothing where it lies outside. */
export function partOf(range: string | undefined, bytes: Uint8Array): Part {
  const size = bytes.byteLength
  const headers = { 'accept-ranges': 'bytes' }
  const asked = /^bytes=(\d*)-(\d*)$/.exec(range ?? '')
  const [, from = '', to = ''] = asked ?? []
  if (asked === null || from + to === '')
    return { status: 200, headers, bytes: Uint8Array.from(bytes) }
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first > last)
    return {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${size}` },
      bytes: new Uint8Array(),
    }
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${size}` },
    bytes: Uint8Array.from(bytes.subarray(first, last + 1)),
  }
}
