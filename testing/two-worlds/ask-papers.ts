// What goes out on paper: every Word file, rights copy and file box that somebody can make of the family and its group, opened and
// read part by part. How it was packed, and when, is left aside.
import { Buffer } from 'node:buffer'
import { strFromU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { audiences } from '../../core/paperwork/file-box/file-box.ts'
import {
  familyPaperForms,
  familyPapers,
  groupPaperForms,
} from '../../core/paperwork/papers/paper-forms.ts'
import type { Person, Reply } from '../house/person.ts'
import type { Note } from './observe.ts'
import type { Observer, World } from './open-world.ts'

const wordShape = z.object({ name: z.string(), word: z.base64() })
const boxShape = z.object({ fileId: z.uuid() })
const password = 'a kite flies far'

export async function askPapers(world: World, { person }: Observer, note: Note): Promise<void> {
  const { home, seated } = world
  if (seated === null) throw new Error('Bug: nobody sits in this world')
  const { groupId, meetingId, seats, requestId } = seated
  const { familyId, childId, pairId } = home
  const asked = { texts: {}, language: 'zh-CN', templateId: null }
  for (const form of groupPaperForms) {
    const about = { groupId, meetingId, strand: 'joint', seatId: seats.child, familyId }
    notePaper(
      note,
      `${form} of the group`,
      await person.post('/api/papers/group', { form, ...about, ...asked }),
    )
  }
  for (const form of familyPaperForms) {
    const subjectId = { child: childId, pair: pairId, plan: null, visit: null, family: null }[
      familyPapers[form].about
    ]
    const about = { familyId, subjectId, byCode: false }
    const reply = await person.post('/api/papers/family', { form, ...about, ...asked })
    notePaper(note, `${form} of the family`, reply)
  }
  const copy = { familyId, requestId, language: 'zh-CN' }
  note('rights copy', await person.post('/api/rights/copy', copy))
  for (const audience of audiences)
    await noteBox(note, `file box for ${audience}`, person, { groupId, audience })
}

function notePaper(note: Note, what: string, { status, body, text }: Reply): void {
  const made = wordShape.safeParse(body)
  if (!made.success) {
    note(what, { status, text })
    return
  }
  note(`${what}: name`, { status, text: made.data.name })
  const bytes = new Uint8Array(Buffer.from(made.data.word, 'base64'))
  for (const [part, words] of partsOf(bytes)) note(`${what}: ${part}`, { status, text: words })
}

async function noteBox(note: Note, what: string, person: Person, ask: object): Promise<void> {
  const reply = await person.post('/api/file-box', { ...ask, language: 'zh-CN', password })
  const made = boxShape.safeParse(reply.body)
  if (!made.success) {
    note(what, reply)
    return
  }
  const response = await person.house.app.request(`/api/files/${made.data.fileId}`, {
    headers: { cookie: person.cookie },
  })
  const { status } = response
  for (const [part, words] of partsOf(new Uint8Array(await response.arrayBuffer())))
    note(`${what}: ${part}`, { status, text: words.replaceAll(packing, '~') })
}

/** The minute in which the box was packed, and sums and sizes of files in which it stands. */
const packing = /\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d\d:\d\d(:\d\d)?\b|\b[0-9a-f]{64}\b|(?<=>)\d{5}(?=<)/g

/** Files packed in a packed file are opened as well; bytes that are no text are kept as they are. */
function partsOf(bytes: Uint8Array): readonly (readonly [string, string])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, part]) =>
    /\.(docx|xlsx|zip)$/.test(name)
      ? partsOf(part).map(([inner, words]) => [`${name}/${inner}`, words] as const)
      : [
          [
            name,
            /\.(xml|rels|txt|md|csv|json|html)$/.test(name)
              ? strFromU8(part)
              : strFromU8(part, true),
          ] as const,
        ],
  )
}
