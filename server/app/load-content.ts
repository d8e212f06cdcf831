// What an agency's shelf holds from us: our questionnaires, the published keys, the programmes. Loaded when it is founded and
// again whenever Kiteline starts; only what is new is added, because a version's id is derived from its code. What is there,
// changed or retired, is the agency's own.
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { fieldsAsJson } from '../../core/kit/json-parse.ts'
import { programme } from '../../core/groupwork/programme.ts'
import { parseProgramme, programmeId } from '../../core/groupwork/programme-parse.ts'
import { readInstrumentContent } from '../../core/inquiry/instrument-content.ts'
import { instrument, instrumentIdOf } from '../../core/inquiry/instrument.ts'
import type { House } from './house.ts'
import { actAsSystem, actFor, lookAt, type ServerDraft } from './record-store.ts'

const content = new URL('../../content/', import.meta.url)

function readYaml(path: string): unknown {
  return parse(readFileSync(new URL(path, content), 'utf8'))
}

function instrumentDrafts(): readonly (readonly ServerDraft[])[] {
  return readdirSync(new URL('instruments/', content))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const read = readInstrumentContent(readYaml(`instruments/${name}`))
      if (!read.ok)
        throw new Error(
          `content/instruments/${name}: ${read.refusal.id} ${JSON.stringify(read.refusal.details)}`,
        )
      const recordId = instrumentIdOf(read.value.code, read.value.version)
      return [
        { kind: instrument, recordId, verb: 'create', fields: fieldsAsJson(read.value) },
        { kind: instrument, recordId, verb: 'publish' },
      ]
    })
}

function programmeDrafts(): readonly (readonly ServerDraft[])[] {
  const folders = readdirSync(new URL('programmes/', content)).flatMap((code) =>
    readdirSync(new URL(`programmes/${code}/`, content)).map(
      (language) => `programmes/${code}/${language}/`,
    ),
  )
  return folders.map((folder) => {
    const sessions = readdirSync(new URL(folder, content)).filter((name) =>
      name.startsWith('session-'),
    )
    const read = parseProgramme(
      readYaml(`${folder}programme.yaml`),
      sessions.map((name) => readYaml(`${folder}${name}`)),
    )
    if (!read.ok)
      throw new Error(
        `content/${folder}: ${read.refusal.id} ${JSON.stringify(read.refusal.details)}`,
      )
    return [
      {
        kind: programme,
        recordId: programmeId(read.value),
        verb: 'create',
        fields: fieldsAsJson(read.value),
      },
    ]
  })
}

/** Adds what the agency does not have yet, in the name of a member of staff or of the system; answers how many were added. */
export async function loadContent(
  house: House,
  agencyId: string,
  staffId: string | null,
): Promise<number> {
  let added = 0
  for (const drafts of [...instrumentDrafts(), ...programmeDrafts()]) {
    const [first] = drafts
    if (first === undefined) continue
    const known = await lookAt(house, agencyId, (look) => look.entry(first.kind, first.recordId))
    if (known !== null) continue
    const answers =
      staffId === null
        ? await actAsSystem(house, agencyId, drafts)
        : await actFor(house, agencyId, staffId, drafts)
    const refused = answers.find((answer) => answer.status !== 'applied')
    if (refused !== undefined) throw new Error(`Content was refused: ${JSON.stringify(refused)}`)
    added += 1
  }
  return added
}

/** A new Kiteline brings new content: every agency has it on its shelf after the start. */
export async function refreshShelves(house: House): Promise<void> {
  const { rows } = await house.pool.query<{ id: string }>('select all_agencies() as id')
  for (const { id } of rows) {
    const added = await loadContent(house, id, null)
    if (added > 0) house.log(`content added to the shelf of ${id}: ${added}`)
  }
}
