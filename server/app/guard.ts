// What every request meets first: headers that close the browser's doors, and the same-origin rule for all changes.
import type { Context, MiddlewareHandler } from 'hono'
import { refusal, type Refusal } from '../../core/kit/outcome.ts'

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(self), microphone=(self), payment=(), usb=()',
  'x-frame-options': 'DENY',
}

/** R16–R19. HSTS only where a public https origin is configured: localhost has no certificate to insist on. */
export function secureHeaders(publicOrigin: string | null): MiddlewareHandler {
  return async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) {
      // A file brings a stricter policy of its own.
      const stricter = name === 'content-security-policy' && context.res.headers.has(name)
      if (!stricter) context.res.headers.set(name, value)
    }
    if (publicOrigin !== null)
      context.res.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (!context.res.headers.has('cache-control'))
      context.res.headers.set('cache-control', 'no-store')
  }
}

/**
 * R20: a change needs a content type no form can send, our own header, and a same-origin request; a missing
 * Content-Type is refused, never guessed.
 */
export function refuseCrossSite(
  context: Context,
  contentType: 'application/json' | 'application/octet-stream',
): Refusal | null {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin') return refusal('CrossSite')
  const origin = context.req.header('origin')
  if (origin !== undefined && !isOwnOrigin(origin, context.req.header('host')))
    return refusal('CrossSite')
  if (context.req.header('x-kiteline') !== '1') return refusal('CrossSite')
  const sent = (context.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
  return sent === contentType ? null : refusal('WrongContentType', { wanted: contentType })
}

export function isOwnOrigin(origin: string, host: string | undefined): boolean {
  try {
    return host !== undefined && new URL(origin).host === host
  } catch {
    return false
  }
}

const mostDepth = 40

/** Depth without recursion: a bomb of brackets is counted, not parsed (A133). */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index)
    if (inString) {
      if (char === 92) index += 1
      else if (char === 34) inString = false
    } else if (char === 34) inString = true
    else if (char === 123 || char === 91) {
      depth += 1
      if (depth > mostDepth) return true
    } else if (char === 125 || char === 93) depth -= 1
  }
  return false
}
