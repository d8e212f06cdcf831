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
import { forms, type Form } from '../../core/paperwork/form-template.ts'
import {
  findField,
  findListOf,
  hasField,
  namesOf,
  nearestField,
  type TemplateField,
} from '../../core/paperwork/template-field.ts'
import { findHalfBrackets } from './find-half-brackets.ts'
import { findNoteBrackets } from './find-note-brackets.ts'
import { guardWordPackage } from './guard-word-package.ts'
import { handlerOptions } from './handler-options.ts'
import { judgeLoopPlaces } from './judge-loop-places.ts'
import { placeOf, placeOfTag, rootOfTag } from './place-in-template.ts'

export interface TemplateCheck {
  /** Ids of the fields that it prints, each once, in the order of appearance. */
  readonly fields: readonly string[]
  /** Everything wrong at once, so that a worker corrects the file in one go. Empty: it can be used. */
  readonly problems: readonly Refusal[]
}

type TemplateProblem =
  | 'TemplateBracketOpen'
  | 'TemplateLoopOpen'
  | 'TemplateLoopNotOpen'
  | 'TemplateLoopOther'
  | 'TemplateLoopApart'
  | 'TemplateLoopInControl'
  | 'TemplateNotList'
  | 'TemplateListAsText'
  | 'TemplateFieldElsewhere'
  | 'TemplateFieldOfOther'
  | 'TemplateFieldUnknown'
  | 'TemplateFieldUnknownNear'

/** PAP-7: judges an agency's own template before it is kept. A package that must not be opened is refused as a whole. */
export async function checkTemplate(
  bytes: Uint8Array,
  form: Form,
): Promise<Outcome<TemplateCheck>> {
  const guarded = await guardWordPackage(bytes)
  if (!guarded.ok) return guarded
  const half = await findHalfBrackets(guarded.value)
  const inNotes = (await findNoteBrackets(guarded.value)).map((place) =>
    refusal('TemplateFieldInNote', { ...place }),
  )
  if (half.length > 0)
    return done({
      fields: [],
      problems: [...half.map((place) => refusal('TemplateBracketOpen', { ...place })), ...inNotes],
    })
  try {
    const tags = await new TemplateHandler(handlerOptions).parseTags(Buffer.from(bytes))
    const { fields, problems } = judgeTags(tags, form)
    return done({ fields, problems: [...inNotes, ...problems].slice(0, mostProblems) })
  } catch (error) {
    return refuseSyntax(error)
  }
}

function refuseSyntax(error: unknown): Outcome<TemplateCheck> {
  if (error instanceof MissingCloseDelimiterError) return done(halfBracket(error.openDelimiterText))
  if (error instanceof MissingStartDelimiterError)
    return done(halfBracket(error.closeDelimiterText))
  if (error instanceof TemplateSyntaxError) return done(halfBracket(error.message))
  if (error instanceof MalformedFileError) return refuse('TemplateBroken')
  return refuse('TemplateBroken')
}

function halfBracket(near: string): TemplateCheck {
  return {
    fields: [],
    problems: [refusal('TemplateBracketOpen', { ...placeOf('document', 0, 0, near) })],
  }
}

interface Opened {
  readonly tag: Tag
  /** Both names of a field mean the same: what nobody knows goes by its own. */
  readonly means: string
  readonly list: string | null
}

interface Walk {
  readonly form: Form
  readonly fields: Set<string>
  readonly problems: Refusal[]
  readonly known: readonly TemplateField[]
  /** Open lists and conditions, the innermost last. */
  readonly open: Opened[]
}

/** Text, page heads and page feet each by themselves: a list ends in the part in which it begins. */
function judgeTags(tags: readonly Tag[], form: Form): TemplateCheck {
  const fields = new Set<string>()
  const problems: Refusal[] = []
  for (const part of new Set(tags.map(rootOfTag))) {
    const walk: Walk = { form, fields, problems, known: fieldsOfForm(form), open: [] }
    for (const tag of tags) if (rootOfTag(tag) === part) judgeTag(tag, walk)
    for (const { tag } of walk.open) problems.push(problemAt('TemplateLoopOpen', tag))
  }
  const told = new Map(problems.map((problem) => [JSON.stringify(problem), problem]))
  return { fields: [...fields], problems: [...told.values()].slice(0, mostProblems) }
}

/** A document with a hundred wrong fields is another form's: the first show what is the matter. */
const mostProblems = 60

function nameOf(tag: Tag): string {
  return tag.name.trim().slice(0, 60)
}

function problemAt(id: TemplateProblem, tag: Tag, details: Refusal['details'] = {}): Refusal {
  return refusal(id, { name: nameOf(tag), ...details, ...placeOfTag(tag) })
}

function judgeTag(tag: Tag, walk: Walk): void {
  if (tag.disposition === TagDisposition.Close) {
    judgeClose(tag, walk)
    return
  }
  const lists = walk.open.flatMap(({ list }) => list ?? [])
  const field = findField(walk.known, nameOf(tag), lists)
  const opens = tag.disposition === TagDisposition.Open
  if (opens)
    walk.open.push({
      tag,
      means: field?.id ?? nameOf(tag),
      list: field?.kind === 'list' ? field.id : null,
    })
  if (field === null) walk.problems.push(unknownField(tag, lists, walk))
  else {
    walk.fields.add(field.id)
    if (opens && field.kind !== 'list' && field.kind !== 'condition')
      walk.problems.push(problemAt('TemplateNotList', tag))
    if (!opens && field.kind === 'list') walk.problems.push(problemAt('TemplateListAsText', tag))
  }
}

/** The template library pairs ends with beginnings by order alone, and finds only while filling that it cannot repeat what lies between. */
function judgeClose(tag: Tag, { open, known, problems }: Walk): void {
  const opened = open.pop()
  if (opened === undefined) {
    problems.push(problemAt('TemplateLoopNotOpen', tag))
    return
  }
  const name = nameOf(tag)
  const isOwn = name === '' || name === nameOf(opened.tag) || isNamed(known, opened.means, name)
  if (!isOwn) problems.push(problemAt('TemplateLoopOther', tag, { open: nameOf(opened.tag) }))
  const fault = judgeLoopPlaces(opened.tag, tag)
  if (fault !== null) problems.push(problemAt(fault, opened.tag, { open: nameOf(opened.tag) }))
}

function isNamed(known: readonly TemplateField[], id: string, name: string): boolean {
  return known.some((field) => field.id === id && namesOf(field).includes(name))
}

/** Right but in the wrong place, right but of another form, or nearly right: whichever is most likely is said. */
function unknownField(tag: Tag, lists: readonly string[], { known, form }: Walk): Refusal {
  const name = nameOf(tag)
  const list = findListOf(known, name)
  if (list !== null) return problemAt('TemplateFieldElsewhere', tag, { list })
  const other = forms.find((one) => one !== form && hasField(fieldsOfForm(one), name))
  if (other !== undefined) return problemAt('TemplateFieldOfOther', tag, { form: other })
  const nearest = nearestField(known, name, lists)
  return nearest === null
    ? problemAt('TemplateFieldUnknown', tag)
    : problemAt('TemplateFieldUnknownNear', tag, { nearest })
}
