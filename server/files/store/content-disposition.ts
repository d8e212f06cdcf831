// A user's file name is metadata only; in a header it can neither start a new line nor end its own quotes (R28, A113).

const LONGEST_NAME = 150

/**
 * Value of a Content-Disposition header (RFC 6266): a plain ASCII name for old programs and the real one, Chinese
 * included, as `filename*`. Attachment unless `inline` is asked for.
 */
export function contentDisposition(
  fileName: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): string {
  const name = cleanFileName(fileName)
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%;]/g, '_')
  const exact = encodeURIComponent(name).replace(/[!'()*]/g, percentEncode)
  return `${disposition}; filename="${ascii}"; filename*=UTF-8''${exact}`
}

/** The name without folders, control and direction marks, at most 150 characters with its extension kept. */
export function cleanFileName(fileName: string): string {
  const last = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
  const visible = [...last.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')]
  const name = visible.join('').trim().replace(/^\.+/, '')
  if (visible.length <= LONGEST_NAME) return name === '' ? 'file' : name
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return visible.slice(0, LONGEST_NAME - extension.length).join('') + extension
}

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
