// What is plausibly sent to the routes of sending links.
import { freshId } from '../house/person.ts'
import type { Home } from './village.ts'

/** Asked about one family; the others are about the agency. */
export const aboutFamily = {
  '/api/notices/list': true,
  '/api/notices/ways': true,
  '/api/notices/send': true,
} as const

export const deliveryPaths = [
  '/api/delivery/channels',
  '/api/delivery/channels/set',
  '/api/delivery/channels/delete',
  '/api/delivery/channels/test',
  '/api/notices/agency',
  '/api/notices/list',
  '/api/notices/ways',
  '/api/notices/send',
] as const
export type DeliveryPath = (typeof deliveryPaths)[number]

/** An empty password is no try: a wrong one would count for the account, and change what other routes answer. */
export function deliveryInput(path: DeliveryPath, home: Home): object {
  const { familyId, linkId, linkPath } = home
  const address = `https://station.example${linkPath}`
  const link = { familyId, linkId, address, language: 'zh-CN' }
  switch (path) {
    case '/api/delivery/channels':
      return {}
    case '/api/delivery/channels/set': {
      const url = 'https://bridge.example/in'
      return { password: '', channel: { kind: 'webhook', url, secret: 'x'.repeat(32) } }
    }
    case '/api/delivery/channels/delete':
      return { password: '', kind: 'sms' }
    case '/api/delivery/channels/test':
      return { id: freshId(), kind: 'sms', to: '13800000000', language: 'zh-CN' }
    case '/api/notices/agency':
      return { before: null, limit: 20 }
    case '/api/notices/list':
      return { familyId }
    case '/api/notices/ways':
      return link
    case '/api/notices/send':
      return { ...link, id: freshId(), kind: 'sms' }
  }
}
