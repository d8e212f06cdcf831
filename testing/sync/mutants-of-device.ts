// Deliberately broken devices.
import { overlayEntry } from '../../core/sync/device.ts'
import { soundBuild } from './build.ts'
import { completePull, takePushAnswer } from './device-sync.ts'
import type { Mutant } from './mutants-of-server.ts'

export const deviceMutants: readonly Mutant[] = [
  {
    name: 'purging a lost scope deletes unsent work',
    build: {
      ...soundBuild,
      completePull: (store, staged, missing, now) => {
        const after = completePull(store, staged, missing, now)
        const isHere = (id: string): boolean =>
          [...after.base.values()].some((entry) => entry.id === id)
        return {
          ...after,
          outbox: after.outbox.filter(
            ({ change }) => change.verb === 'create' || isHere(change.recordId),
          ),
        }
      },
    },
    caughtBy: ['S04'],
  },
  {
    name: 'a lost scope is kept',
    build: {
      ...soundBuild,
      completePull: (store, staged, missing, now) => {
        const after = completePull(store, staged, missing, now)
        return { ...after, base: new Map([...store.base, ...after.base]) }
      },
    },
    caughtBy: ['S10'],
  },
  {
    name: 'a refused change is dropped silently',
    build: {
      ...soundBuild,
      absorb: (item, answer) =>
        answer.status === 'refused' ? null : soundBuild.absorb(item, answer),
    },
    caughtBy: ['S04'],
  },
  {
    name: 'a refused change goes out again and again',
    build: {
      ...soundBuild,
      absorb: (item, answer) =>
        answer.status === 'refused' ? item : soundBuild.absorb(item, answer),
    },
    caughtBy: ['S19'],
  },
  {
    name: 'a held change leaves the outbox',
    build: {
      ...soundBuild,
      absorb: (item, answer) =>
        answer.status === 'held' || answer.status === 'retry'
          ? null
          : soundBuild.absorb(item, answer),
    },
    caughtBy: ['S04', 'S14'],
  },
  {
    name: 'any reply counts as an acknowledgement',
    build: {
      ...soundBuild,
      readPushReply: (reply, asked) => {
        if (reply.kind === 'answer') return reply.answer
        const answers = asked.map(({ id }) => ({
          changeId: id,
          status: 'applied' as const,
          conflicts: 0,
        }))
        return { answers, entries: [], missing: [] }
      },
    },
    caughtBy: ['S03', 'S04'],
  },
  {
    name: 'acknowledged changes are not kept for a restore',
    build: {
      ...soundBuild,
      completePull: (store, staged, missing, now) => ({
        ...completePull(store, staged, missing, now),
        retained: [],
      }),
      sendAgain: (store) => store,
    },
    caughtBy: ['S04', 'S14'],
  },
  {
    name: 'acknowledged changes are kept for a week only',
    build: {
      ...soundBuild,
      completePull: (store, staged, missing, now) => {
        const later = new Date(Date.parse(now) + 23 * 86_400_000).toISOString()
        return completePull(store, staged, missing, later)
      },
    },
    caughtBy: ['S04', 'S14'],
  },
  {
    name: 'a new epoch is ignored',
    build: { ...soundBuild, sendAgain: (store) => store },
    caughtBy: ['S04', 'S14'],
  },
  {
    name: 'the old base is kept in a new epoch',
    build: {
      ...soundBuild,
      completePull: (store, staged, missing, now) =>
        completePull({ ...store, epoch: staged.epoch }, staged, missing, now),
    },
    caughtBy: ['S06', 'S08', 'S09'],
  },
  { name: 'half a pull is shown', build: { ...soundBuild, showsPages: true }, caughtBy: ['S09'] },
  {
    name: 'the answer to a push goes into the base',
    build: {
      ...soundBuild,
      takePushAnswer: (store, answer, server, absorb) => {
        const after = takePushAnswer(store, answer, server, absorb)
        const base = new Map(after.base)
        for (const entry of answer.entries) base.set(`${entry.kind}:${entry.id}`, entry)
        return { ...after, base }
      },
    },
    caughtBy: ['S08', 'S09'],
  },
  {
    name: 'an acknowledged change leaves the screen until the next pull',
    build: {
      ...soundBuild,
      takePushAnswer: (store, answer, server, absorb) => {
        const after = takePushAnswer(store, answer, server, absorb)
        return { ...after, retained: after.retained.map((kept) => ({ ...kept, covered: true })) }
      },
    },
    caughtBy: ['S08'],
  },
  {
    name: 'a newer value from the server hides the own one',
    build: {
      ...soundBuild,
      overlay: (kind, base, items) => {
        const shown = overlayEntry(kind, base, items)
        return shown === null ? null : { ...shown, conflicts: base?.conflicts ?? [] }
      },
    },
    caughtBy: ['S08'],
  },
  {
    name: 'a late reply is taken for the present one',
    build: { ...soundBuild, takesLateReplies: true },
    caughtBy: ['S06', 'S08', 'S10', 'S13'],
  },
  {
    name: 'a tab counts by itself',
    build: { ...soundBuild, nextSequence: (_stored, remembered) => remembered + 1 },
    caughtBy: ['S17'],
  },
]
