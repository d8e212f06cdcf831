// Everywhere in the database where something lies sealed with an owner's key: what a change of keys has to reach.
import { allKinds } from '../../core/kinds.ts'
import { tableOf } from '../database/kind-tables.ts'
import { quoteName } from '../database/sql.ts'
import { drawerTables } from './freeze-records.ts'
import { changePlace, recordPlace } from './row-parse.ts'
import { partPlace, uploadPlace } from './uploads.ts'

/** In pieces of SQL; the row is called p. */
export interface SealedPlace {
  readonly table: string
  readonly column: string
  readonly id: string
  readonly owner: string
  readonly value: string
  /** Which rows of the table; the row is called t. */
  readonly where: string
  /** Puts `r.sealed` in the value's place; the row is called t. */
  readonly set: string
  readonly context: (agencyId: string, id: string) => string
  /** So many at a time, where one is large. */
  readonly atOnce?: number
}

function aPlace(
  table: string,
  column: string,
  context: SealedPlace['context'],
  more: { readonly id?: string; readonly owner?: string } = {},
): SealedPlace {
  return {
    table: quoteName(table.replaceAll('"', '')),
    column,
    id: more.id ?? 'id',
    owner: more.owner ?? 'p.key_owner',
    value: `p.${column}`,
    where: 'true',
    set: `${column} = r.sealed`,
    context,
  }
}

const kindPlaces = allKinds.map(({ name }) =>
  aPlace(tableOf(name), 'sealed', (agencyId, id) => recordPlace(agencyId, name, id)),
)
const ofFamily = { owner: "'family:' || p.family_id" }
const linkPlace = aPlace(
  'family_link',
  'draft',
  (agencyId, id) => `link|${agencyId}|${id}`,
  ofFamily,
)
const packagePlaces = [
  aPlace('transfer_link', 'package', (agencyId, id) => `transfer|${agencyId}|${id}`, ofFamily),
  aPlace('transfer_received', 'package', (agencyId, id) => `received|${agencyId}|${id}`, ofFamily),
]
const namePlace = aPlace('stored_file', 'file_name', (agencyId, id) => `file|${agencyId}|${id}`)
const uploadPlaces: readonly SealedPlace[] = [
  aPlace('upload', 'file_name', uploadPlace),
  { ...aPlace('upload_part', 'bytes', partPlace), atOnce: 8 },
]
const factorPlaces = (['sealed', 'pending'] as const).map((column) =>
  aPlace('second_factor', column, (agencyId, id) => `secondFactor|${agencyId}|${id}|${column}`, {
    id: 'staff_id',
    owner: "'agency'",
  }),
)

const deliveryPlace = aPlace(
  'delivery_channel',
  'sealed',
  (agencyId, id) => `delivery|${agencyId}|${id}`,
  { owner: "'agency'" },
)

/** The same row as it lies in a frozen family's drawer. */
function inDrawer(place: SealedPlace): SealedPlace {
  const words = place.table === tableOf('approval')
  return {
    ...place,
    table: 'frozen_row',
    owner: words ? "'agency'" : place.owner.replace('p.key_owner', "p.body ->> 'key_owner'"),
    value: `(p.body ->> '${place.column}')::bytea`,
    where: `t.place = '${place.table}'`,
    set: `body = jsonb_set(t.body, '{${place.column}}', to_jsonb(r.sealed))`,
  }
}

const inDrawers = (places: readonly SealedPlace[]): readonly SealedPlace[] =>
  places.filter(({ table }) => drawerTables.includes(table)).map(inDrawer)

/** All but the files' names. */
export const sealedPlaces: readonly SealedPlace[] = [
  ...kindPlaces,
  linkPlace,
  ...packagePlaces,
  ...factorPlaces,
  deliveryPlace,
  ...uploadPlaces,
  aPlace('change_log', 'payload', changePlace),
  ...inDrawers([...kindPlaces, linkPlace, ...packagePlaces]),
]

/** Kept files' names; the files themselves lie outside the database under the same key (rotate-files.ts). */
export const fileNames: readonly SealedPlace[] = [namePlace, ...inDrawers([namePlace])]

export const everySealedPlace: readonly SealedPlace[] = [...sealedPlaces, ...fileNames]

/** Rows of this place as p, with those of a family's drawer told apart. */
export function rowsOf({ table, where }: SealedPlace): string {
  return `(select t.* from ${table} t where t.agency_id = $1 and ${where}) p`
}

/** What an earlier key still seals there, of owners whose keys are being changed. */
export function underEarlierKey(place: SealedPlace): string {
  return `${place.table} p join seal_key k on k.agency_id = p.agency_id and k.owner = ${place.owner}
     where p.agency_id = $1 and ${place.where.replaceAll('t.', 'p.')} and k.earlier is not null and sealed_generation(${place.value}) < k.generation`
}
