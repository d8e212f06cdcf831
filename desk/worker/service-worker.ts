// Keeps the whole desk for the village without a network. Knows files only: never an answer of the server, never a record.
import { PrecacheController } from 'workbox-precaching'
import { isDeskPath } from './desk-paths.ts'

declare const self: ServiceWorkerGlobalScope
declare const __KEPT_FILES__: { url: string; revision: string | null }[]

const shell = '/index.html'
let kept = 0

async function tell(message: {
  readonly type: string
  readonly kept: number
  readonly of: number
}): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
    client.postMessage(message)
  }
}

const keeper = new PrecacheController({
  cacheName: 'kiteline-desk',
  plugins: [
    {
      handlerDidComplete: async () => {
        kept += 1
        await tell({ type: 'keeping', kept, of: __KEPT_FILES__.length })
      },
    },
  ],
})
// The first install takes over at once; a later one waits until the person agrees (no page ever runs mixed code).
keeper.addToCacheList(__KEPT_FILES__)

self.addEventListener('install', (event) => {
  kept = 0
  event.waitUntil(keeper.install(event))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(keeper.activate(event).then(() => self.clients.claim()))
})

self.addEventListener('message', (event) => {
  const wanted: unknown = event.data
  const isUpdate =
    typeof wanted === 'object' && wanted !== null && 'type' in wanted && wanted.type === 'update'
  if (isUpdate && event.origin === self.location.origin) event.waitUntil(self.skipWaiting())
})

async function answerFrom(url: string, request: Request): Promise<Response> {
  const stored = await keeper.matchPrecache(url)
  return stored ?? fetch(request)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (isDeskPath(url.pathname)) event.respondWith(answerFrom(shell, request))
    return
  }
  if (keeper.getCacheKeyForURL(url.pathname) !== undefined) {
    event.respondWith(answerFrom(url.pathname, request))
  }
})
