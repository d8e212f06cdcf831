// The secret: concerns about the child that everybody in this village knows, with all that happens to them.
import { applied } from '../house/ask-to-erase.ts'
import { freshId, type Person } from '../house/person.ts'
import type { World } from './open-world.ts'

const at = '2026-03-02T01:00:00.000Z'

export async function raise(
  by: Person,
  { familyId, childId, groupId }: World['home'],
): Promise<string> {
  const id = freshId()
  const bundle = { id: freshId(), of: 2 }
  const beginning = {
    familyId,
    childId,
    childName: '金丝雀小明',
    noticedAt: at,
    source: { kind: 'supportGroup', id: groupId },
  }
  const who = { concernId: id, staffId: by.staffId }
  await applied(
    by,
    { ...by.change('concern', id, 'create', beginning), bundle },
    { ...by.change('concernReporter', freshId(), 'create', who), bundle },
  )
  return id
}

/** Raised, sorted, written down, given to a colleague, reported, printed, taken notice of, answered and closed; a second one is left open. */
export async function tellStory(world: World): Promise<void> {
  const { supervisor, reporter, named, home } = world
  const id = await raise(reporter, home)
  await applied(
    reporter,
    reporter.change('concern', id, 'triage', {}, {}, { sort: 'suspectedHarm' }),
    reporter.change('concern', id, 'edit', {
      childsWords: '他打我',
      exchanges: { a: { asked: '谁？', words: '大伯' } },
    }),
  )
  const toNamed = { staffId: named.staffId }
  await applied(supervisor, supervisor.change('concern', id, 'nameHandler', {}, {}, toNamed))
  await named.pull()
  const reportId = freshId()
  const report = { concernId: id, to: 'police', reportedAt: at, receiptNo: 'A-1' }
  await applied(
    named,
    named.change('concernReport', reportId, 'create', report),
    named.change('concern', id, 'markReported', {}, {}, { at }),
  )
  const read = { kind: 'concern', id, purpose: 'view', claimedAt: at }
  await named.post('/api/reads', { reads: [read] })
  const paper = { concernId: id, texts: {}, language: 'zh-CN', templateId: null }
  await named.post('/api/papers/safety', paper)
  await supervisor.pull()
  await applied(
    supervisor,
    supervisor.change('concern', id, 'markSeen', {}),
    supervisor.change('concernReport', reportId, 'edit', { answer: '已立案' }, { answer: '' }),
  )
  await applied(
    supervisor,
    supervisor.change('concern', id, 'followUp', {}, {}, { answer: '已立案' }),
    supervisor.change('concern', id, 'close', {}, {}, { reason: '孩子已安全' }),
    supervisor.change('concern', id, 'dismissHandler', {}, {}, toNamed),
  )
  await raise(reporter, home)
}
