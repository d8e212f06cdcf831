// The built desk, from a list made at start: what is not on the list does not exist, so no path can climb out of it.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompress, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { Context, MiddlewareHandler } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const squeezable: readonly string[] = ['.html', '.js', '.css', '.json', '.webmanifest', '.svg']
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

interface StaticFile {
  readonly path: string
  readonly squeezed: Map<string, Buffer>
}

function listFiles(folder: string, root: string): readonly (readonly [string, StaticFile])[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return listFiles(path, root)
    return [
      [
        `/${relative(root, path).split(sep).join('/')}`,
        { path, squeezed: new Map<string, Buffer>() },
      ] as const,
    ]
  })
}

async function bodyOf(
  file: StaticFile,
  accepts: string,
): Promise<{ readonly bytes: Buffer; readonly encoding: string | null }> {
  const plain = await readFile(file.path)
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null
  if (encoding === null || !squeezable.includes(extname(file.path)))
    return { bytes: plain, encoding: null }
  const known = file.squeezed.get(encoding)
  if (known !== undefined) return { bytes: known, encoding }
  const bytes = encoding === 'br' ? await brotli(plain) : await zip(plain, { level: 9 })
  file.squeezed.set(encoding, bytes)
  return { bytes, encoding }
}

/** Serves the desk; an unknown page address is the app itself, which shows its own "no such page". */
export function serveDesk(folder: string, isPage: (path: string) => boolean): MiddlewareHandler {
  const files = new Map(listFiles(folder, folder))
  const answer = async (context: Context, name: string, file: StaticFile): Promise<Response> => {
    const { bytes, encoding } = await bodyOf(file, context.req.header('accept-encoding') ?? '')
    context.header('content-type', types[extname(file.path)] ?? 'application/octet-stream')
    context.header(
      'cache-control',
      name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    context.header('vary', 'accept-encoding')
    if (encoding !== null) context.header('content-encoding', encoding)
    return context.body(Uint8Array.from(bytes))
  }
  return async (context, next) => {
    const { path } = context.req
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return next()
    const name = path === '/' ? '/index.html' : path
    const file = files.get(name)
    if (file !== undefined) return answer(context, name, file)
    const index = files.get('/index.html')
    return index !== undefined && isPage(path) ? answer(context, '/index.html', index) : next()
  }
}
