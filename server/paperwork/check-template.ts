import { Buffer } from 'node:buffer'
import {
  MalformedFileError,
  MissingCloseDelimiterError,
  MissingStartDelimiterError,
  TagDisposition,
  TemplateHandler,
  TemplateSyntaxError,
  type Tag,
} from 'easy-template-x'
import { done, refusal, refuse, type Outcome, type Refusal } from '../../core/kit/outcome.ts'
import { fieldsOfForm } from '../../core/paperwork/form-fields.ts'
import type { Form } from '../../core/paperwork/form-template.ts'
import { findField, nearestField, type TemplateField } from '../../core/paperwork/template-field.ts'
import { findHalfBrackets } from './find-half-brackets.ts'
import { guardWordPackage } from './guard-word-package.ts'

export interface TemplateCheck {
  /** Ids of the fields that it prints, each once, in the order of appearance. */
  readonly fields: readonly string[]
  /** Everything wrong at once, so that a worker corrects the file in one go. Empty: it can be used. */
  readonly problems: readonly Refusal[]
}

/** Deep tables inside tables inside text boxes are still honest documents. */
export const handlerOptions = { maxXmlDepth: 100 }

/** PAP-7: judges an agency's own template before it is kept. A package that must not be opened is refused as a whole. */
export async function checkTemplate(
  bytes: Uint8Array,
  form: Form,
): Promise<Outcome<TemplateCheck>> {
  const guarded = await guardWordPackage(bytes)
  if (!guarded.ok) return guarded
  const half = await findHalfBrackets(guarded.value)
  if (half.length > 0)
    return done({
      fields: [],
      problems: half.map((text) => refusal('TemplateBracketOpen', { text })),
    })
  try {
    const tags = await new TemplateHandler(handlerOptions).parseTags(Buffer.from(bytes))
    return done(judgeTags(tags, fieldsOfForm(form)))
  } catch (error) {
    return refuseSyntax(error)
  }
}

function refuseSyntax(error: unknown): Outcome<TemplateCheck> {
  if (error instanceof MissingCloseDelimiterError)
    return done(oneProblem('TemplateBracketOpen', { text: error.openDelimiterText.slice(0, 60) }))
  if (error instanceof MissingStartDelimiterError)
    return done(oneProblem('TemplateBracketOpen', { text: error.closeDelimiterText.slice(0, 60) }))
  if (error instanceof TemplateSyntaxError)
    return done(oneProblem('TemplateBracketOpen', { text: error.message.slice(0, 60) }))
  if (error instanceof MalformedFileError) return refuse('TemplateBroken')
  return refuse('TemplateBroken')
}

function oneProblem(id: string, details: Refusal['details']): TemplateCheck {
  return { fields: [], problems: [refusal(id, details)] }
}

interface Walk {
  readonly fields: Set<string>
  readonly problems: Refusal[]
  readonly known: readonly TemplateField[]
  /** Open lists and conditions, the innermost last. */
  readonly open: { readonly name: string; readonly list: string | null }[]
}

function judgeTags(tags: readonly Tag[], known: readonly TemplateField[]): TemplateCheck {
  const walk: Walk = { fields: new Set(), problems: [], known, open: [] }
  for (const tag of tags) judgeTag(tag, walk)
  for (const { name } of walk.open)
    walk.problems.push(refusal('TemplateLoopOpen', { field: name.slice(0, 60) }))
  return { fields: [...walk.fields], problems: walk.problems }
}

function judgeTag(tag: Tag, walk: Walk): void {
  const name = tag.name.trim().slice(0, 60)
  if (tag.disposition === TagDisposition.Close) {
    if (walk.open.pop() === undefined)
      walk.problems.push(refusal('TemplateLoopNotOpen', { field: name }))
    return
  }
  const lists = walk.open.flatMap(({ list }) => list ?? [])
  const field = findField(walk.known, name, lists)
  const opens = tag.disposition === TagDisposition.Open
  if (opens) walk.open.push({ name, list: field?.kind === 'list' ? field.id : null })
  if (field === null) walk.problems.push(unknownField(name, lists, walk.known))
  else {
    walk.fields.add(field.id)
    if (opens && field.kind !== 'list' && field.kind !== 'condition')
      walk.problems.push(refusal('TemplateNotList', { field: name }))
    if (!opens && field.kind === 'list')
      walk.problems.push(refusal('TemplateListAsText', { field: name }))
  }
}

function unknownField(
  name: string,
  lists: readonly string[],
  known: readonly TemplateField[],
): Refusal {
  const nearest = nearestField(known, name, lists)
  return nearest === null
    ? refusal('TemplateFieldUnknown', { field: name })
    : refusal('TemplateFieldUnknownNear', { field: name, nearest })
}
