// Notices of links, for the worker who has made one: whom it would reach and with which words; send it; what was sent.
import { z } from 'zod'
import { deliveryKinds, noticeShape } from '../../core/contact/delivery/notice.ts'
import { maskReach } from '../../core/contact/delivery/reach.ts'
import { done, type Outcome } from '../../core/kit/outcome.ts'
import type { Actor } from '../../core/sync/actor.ts'
import { transact } from '../database/transact.ts'
import { listChannelKinds } from './delivery-channels.ts'
import { findReceiver, reachBy } from './find-receiver.ts'
import type { House } from './house.ts'
import { listOfFamily } from './notice-log.ts'
import { addStaffRoute, type Mount } from './route.ts'
import { sendNotice, sentenceFor, type SendingLimits } from './send-notice.ts'

const aboutLink = {
  familyId: z.uuid(),
  linkId: z.uuid(),
  address: z.string().max(300),
  language: z.enum(['zh-CN', 'en']),
}
const waysInput = z.strictObject(aboutLink)
const kind = z.enum(deliveryKinds)
const waysShape = z.object({
  ways: z.array(z.object({ kind, to: z.string() })),
  without: z.array(z.object({ kind, why: z.string() })),
  text: z.string(),
})

async function findWays(
  house: House,
  actor: Actor,
  asked: z.infer<typeof waysInput>,
): Promise<Outcome<z.infer<typeof waysShape>>> {
  const found = await findReceiver(house, actor, asked)
  if (!found.ok) return found
  const kinds = await transact(house.pool, actor.agencyId, listChannelKinds)
  const reaches = kinds.map((one) => ({ kind: one, reach: reachBy(one, found.value) }))
  return done({
    ways: reaches.flatMap(({ kind: one, reach }) =>
      reach.ok ? [{ kind: one, to: maskReach(reach.value) }] : [],
    ),
    without: reaches.flatMap(({ kind: one, reach }) =>
      reach.ok ? [] : [{ kind: one, why: reach.refusal.id }],
    ),
    text: sentenceFor(house, found.value, asked.address, asked.language),
  })
}

export function addNoticeRoutes(mount: Mount, limits: SendingLimits): void {
  const make = {
    action: 'makeFamilyLink',
    scope: ({ familyId }: { readonly familyId: string }) => `family:${familyId}`,
  } as const
  addStaffRoute(mount, {
    path: '/api/notices/ways',
    summary: 'By which ways a link that was just made could be sent, and the exact sentence',
    access: make,
    body: waysInput,
    answer: waysShape,
    run: ({ house, actor }, body) => findWays(house, actor, body),
  })
  addStaffRoute(mount, {
    path: '/api/notices/send',
    summary: 'Send the notice of a link to whom the link is for; the same id again sends nothing',
    access: make,
    body: z.strictObject({ ...aboutLink, id: z.uuid(), kind }),
    answer: z.object({ notice: noticeShape }),
    run: ({ house, actor }, body) => sendNotice({ house, actor, limits }, body),
  })
  addStaffRoute(mount, {
    path: '/api/notices/list',
    summary:
      'What was sent of a family’s links: when, how, to the end of which number, how it ended',
    access: { ...make, action: 'readFamilyLinks' },
    body: z.strictObject({ familyId: z.uuid() }),
    answer: z.object({ notices: z.array(noticeShape) }),
    run: async ({ house, actor }, { familyId }) => {
      const notices = await transact(house.pool, actor.agencyId, (it) => listOfFamily(it, familyId))
      return done({ notices: [...notices] })
    },
  })
}
