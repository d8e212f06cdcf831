// A record kind is one declaration: shape, defaults, scope, protection, references, verbs, upgrades.
// The sync stream, the SQL table, the offline store, the audit, the access check and the export all follow from it.
import { z } from 'zod'
import { done, refuse, type Outcome, type Refusal } from '../kit/outcome.ts'
import type { JsonObject } from '../kit/json.ts'
import { fieldsAsJson } from '../kit/json-parse.ts'
import { basicVerbs } from './change.ts'
import type { Entry } from './entry.ts'
import type { Actor } from './actor.ts'

export const rooms = [
  'access',
  'families',
  'inquiry',
  'contact',
  'assessment',
  'groupwork',
  'casework',
  'safety',
  'evaluation',
  'paperwork',
] as const
export type Room = (typeof rooms)[number]

/**
 * Who may hold a record follows its scope: the agency's common shelf, one family's file, one group, one survey, one concern about a
 * child, one supervision of staff. `orAgency`: a record that names no owner lies on the shelf.
 */
export type ScopeRule =
  | { readonly of: 'agency' }
  | {
      readonly of: 'family' | 'group' | 'survey' | 'concern' | 'supervision'
      readonly field: string
      readonly orAgency?: true
    }

/**
 * Whose key seals the protected fields: a family's (erasing it destroys the key), a group's, a concern's, or the agency's; with `orAgency`
 * the agency's for a record that names no owner.
 */
export type KeyRule =
  | { readonly of: 'agency' }
  | {
      readonly of: 'family' | 'group' | 'concern' | 'supervision'
      readonly field: string
      readonly orAgency?: true
    }

export interface VerbContext {
  readonly actor: Actor
  /** The deciding side's clock; on the server never the device's. */
  readonly now: string
  readonly today: string
  /** What the device's clock said: a label to show, never a ground to decide on. */
  readonly claimedAt: string
}

/** A verb also knows which record it stands on. */
export interface VerbSetting extends VerbContext {
  readonly recordId: string
  /** Fields of it in which two values stand beside each other and nobody has chosen yet. */
  readonly contested?: readonly string[]
  /** Who wrote what holds now. */
  readonly trail?: Entry['trail']
}

/**
 * Other records a verb or rule must see: asked for before it runs, so that server and device can fetch in their own way. An empty
 * `where` asks for the agency's own record.
 */
export interface Need {
  readonly kind: string
  readonly where: Readonly<Record<string, string>>
}

/** As much of a kind as a rule needs to look at its records. */
export type Reader<Fields extends object> = Pick<TypedKind<Fields>, 'name' | 'readEntry'>

export interface Found {
  of<Fields extends object>(kind: Reader<Fields>): readonly (Fields & { readonly id: string })[]
  /** Who wrote what holds now in one of them; nobody where it is not among them. */
  trailOf?(id: string): Entry['trail']
}

export interface Verb {
  readonly needs: (fields: JsonObject, input: JsonObject, recordId: string) => readonly Need[]
  readonly run: (
    fields: JsonObject,
    input: JsonObject,
    found: Found,
    context: VerbSetting,
  ) => Outcome<JsonObject>
}

export interface Kind {
  readonly name: string
  readonly room: Room
  readonly schemaVersion: number
  readonly fieldNames: readonly string[]
  readonly scope: ScopeRule
  readonly key: KeyRule
  /** Protected fields: sealed with the owner's key at rest, in records and in changes. */
  readonly sealed: readonly string[]
  /** Fields holding an object whose keys merge one by one (answers, ticks). */
  readonly maps: readonly string[]
  /** Fields holding a list of texts that merges by add and remove. */
  readonly sets: readonly string[]
  /** Fields bound by one rule: they conflict together. */
  readonly bound: readonly (readonly string[])[]
  /** Fields that only a named verb may change after creation. */
  readonly guarded: readonly string[]
  /** Field → kind it points at; a real foreign key on the server. */
  readonly references: Readonly<Record<string, string>>
  /** Fields with plain ids of what a record is about: no reference, but what names an erased one is not taken (S26). */
  readonly mentions: readonly string[]
  /** Fields that are looked up by: real indexed columns on the server, indexes on the device. Plain text or number only. */
  readonly columns: readonly string[]
  readonly verbs: Readonly<Record<string, Verb>>
  /** What a field holds that nobody has touched; a field that must be given is not in it. */
  readonly defaults: JsonObject
  readonly parse: (fields: JsonObject) => Outcome<JsonObject>
  readonly upgrade: (fields: JsonObject, fromVersion: number) => JsonObject
  /** Whether the words of the record stand: an edit of them that comes too late is refused, not offered beside them. */
  readonly isFrozen: (fields: JsonObject) => boolean
  readonly ruleNeeds: (after: JsonObject) => readonly Need[]
  readonly rule: (
    after: JsonObject,
    before: JsonObject | null,
    found: Found,
    context: VerbContext,
  ) => Refusal | null
}

export interface TypedKind<Fields extends object> extends Kind {
  /** A record's fields with their types; throws when the record is not of this kind (our bug). */
  readonly read: (fields: JsonObject) => Fields
  readonly readEntry: (entry: Entry) => Fields & { readonly id: string }
}

interface KindDeclaration<Shape extends z.ZodObject, Fields extends object = z.infer<Shape>> {
  readonly name: string
  readonly room: Room
  readonly schemaVersion?: number
  readonly shape: Shape
  readonly scope: ScopeRule
  readonly key: KeyRule
  readonly sealed?: readonly (keyof Fields & string)[]
  readonly maps?: readonly (keyof Fields & string)[]
  readonly sets?: readonly (keyof Fields & string)[]
  readonly bound?: readonly (readonly (keyof Fields & string)[])[]
  readonly guarded?: readonly (keyof Fields & string)[]
  readonly references?: { readonly [Field in keyof Fields & string]?: string }
  readonly mentions?: readonly (keyof Fields & string)[]
  readonly columns?: readonly (keyof Fields & string)[]
  readonly verbs?: Readonly<Record<string, Verb>>
  readonly upgrade?: (fields: JsonObject, fromVersion: number) => JsonObject
  readonly frozen?: (fields: Fields) => boolean
  readonly ruleNeeds?: (after: Fields) => readonly Need[]
  readonly rule?: (
    after: Fields,
    before: Fields | null,
    found: Found,
    context: VerbContext,
  ) => Refusal | null
}

/** States a record kind once. `shape` must be a strict object whose every field has a value (use `.default`), never undefined. */
export function defineKind<Shape extends z.ZodObject>(
  declaration: KindDeclaration<Shape>,
): TypedKind<z.infer<Shape>> {
  const { shape, rule, ruleNeeds, frozen } = declaration
  const { read, parse } = openReader(shape)
  return {
    name: declaration.name,
    room: declaration.room,
    schemaVersion: declaration.schemaVersion ?? 1,
    fieldNames: Object.keys(shape.shape),
    scope: declaration.scope,
    key: declaration.key,
    sealed: declaration.sealed ?? [],
    maps: declaration.maps ?? [],
    sets: declaration.sets ?? [],
    bound: declaration.bound ?? [],
    guarded: declaration.guarded ?? [],
    references: referencesOf(declaration.references ?? {}),
    mentions: declaration.mentions ?? [],
    columns: declaration.columns ?? [],
    verbs: declaration.verbs ?? {},
    defaults: defaultsOf(shape),
    upgrade: declaration.upgrade ?? ((fields) => fields),
    parse,
    read,
    readEntry: (entry) => ({ ...read(entry.fields), id: entry.id }),
    isFrozen: (fields) => frozen?.(read(fields)) ?? false,
    ruleNeeds: (after) => ruleNeeds?.(read(after)) ?? [],
    rule: (after, before, found, context) =>
      rule?.(read(after), before === null ? null : read(before), found, context) ?? null,
  }
}

function defaultsOf(shape: z.ZodObject): JsonObject {
  const untouched = Object.entries(shape.shape).flatMap(([field, one]) => {
    const parsed = z.safeParse(one, undefined)
    return parsed.success && parsed.data !== undefined ? [[field, parsed.data]] : []
  })
  return fieldsAsJson(Object.fromEntries(untouched))
}

/** Fields never change once they are made: whoever reads them again is given what the first reader was. */
function openReader<Shape extends z.ZodObject>(
  shape: Shape,
): {
  readonly read: (fields: JsonObject) => z.infer<Shape>
  readonly parse: (fields: JsonObject) => Outcome<JsonObject>
} {
  const known = new WeakMap<object, z.infer<Shape>>()
  return {
    read: (fields) => {
      const typed = known.get(fields) ?? shape.parse(fields)
      known.set(fields, typed)
      return typed
    },
    parse: (fields) => {
      const parsed = parseTyped(shape, fields)
      if (!parsed.ok) return parsed
      known.set(parsed.value, parsed.value)
      return done(fieldsAsJson(parsed.value))
    },
  }
}

/** For rules of kinds that the whole kind itself rests on: reads its records without importing it. */
export function readerOf<Shape extends z.ZodObject>(
  name: string,
  shape: Shape,
): Reader<z.infer<Shape>> {
  const { read } = openReader(shape)
  return { name, readEntry: (entry) => ({ ...read(entry.fields), id: entry.id }) }
}

function referencesOf(
  references: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const known: Record<string, string> = {}
  for (const [field, kind] of Object.entries(references))
    if (kind !== undefined) known[field] = kind
  return known
}

/** A named verb of the kind; names such as `constructor` that every object answers to are none. */
export function verbOf(kind: Kind, name: string): Verb | undefined {
  return Object.hasOwn(kind.verbs, name) ? kind.verbs[name] : undefined
}

export function knowsVerb(kind: Kind, name: string): boolean {
  return basicVerbs.some((basic) => basic === name) || verbOf(kind, name) !== undefined
}

/** Schema check shared by records and verb inputs: the first thing wrong is named by its path. */
export function parseFields(shape: z.ZodType, fields: JsonObject): Outcome<JsonObject> {
  const parsed = parseTyped(shape, fields)
  return parsed.ok ? done(fieldsAsJson(Object(parsed.value))) : parsed
}

function parseTyped<Shape extends z.ZodType>(
  shape: Shape,
  fields: JsonObject,
): Outcome<z.infer<Shape>> {
  const parsed = shape.safeParse(fields)
  if (parsed.success) return done(parsed.data)
  const issue = parsed.error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : ''
  return refuse(unknown === '' ? 'FieldNotValid' : 'UnknownFields', {
    field: unknown === '' ? path : unknown,
    problem: issue?.code ?? '',
  })
}

/** Types a named verb: its input is schema-checked, its result is the fields that change. */
export function defineVerb<Shape extends z.ZodObject, Input extends z.ZodObject>(verb: {
  readonly of: Shape
  readonly input: Input
  readonly needs?: (
    fields: z.infer<Shape>,
    input: z.infer<Input>,
    recordId: string,
  ) => readonly Need[]
  readonly run: (
    fields: z.infer<Shape>,
    input: z.infer<Input>,
    found: Found,
    context: VerbSetting,
  ) => Outcome<Partial<z.infer<Shape>>>
}): Verb {
  return {
    needs: (fields, input, recordId) => {
      const parsed = verb.input.safeParse(input)
      if (!parsed.success) return []
      return verb.needs?.(verb.of.parse(fields), parsed.data, recordId) ?? []
    },
    run: (fields, input, found, context) => {
      const parsed = parseFields(verb.input, input)
      if (!parsed.ok) return parsed
      const outcome = verb.run(verb.of.parse(fields), verb.input.parse(input), found, context)
      return outcome.ok ? done(fieldsAsJson(outcome.value)) : outcome
    },
  }
}
