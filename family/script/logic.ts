// Shows and hides questions as they are answered, by the rules that the page brings along; the server decides anew.
import {
  findNotAsked,
  isSectionShown,
  keepAskedAnswers,
  type AskedScale,
} from '../../core/inquiry/asked-items.ts'
import type { Answers } from '../../core/inquiry/check-answers.ts'
import type { Condition } from '../../core/inquiry/condition.ts'
import { holdsCondition } from '../../core/inquiry/holds-condition.ts'

interface Logic extends AskedScale {
  /** Words between questions that hang on answers. */
  readonly notes: readonly { readonly id: string; readonly showIf: Condition }[]
}

/** `collect` gives the form's answers as texts by field name. */
export function followLogic(
  form: HTMLFormElement,
  logic: Logic,
  collect: () => Readonly<Record<string, string>>,
): void {
  const follow = () => {
    const answers = plainAnswers(collect())
    const passed = findNotAsked(logic, answers)
    form.querySelectorAll<HTMLElement>('[data-item]').forEach((question) => {
      question.hidden = passed.has(question.dataset['item'] ?? '')
    })
    form.querySelectorAll<HTMLElement>('[data-section]').forEach((heading) => {
      heading.hidden = !isSectionShown(logic.sections, heading.dataset['section'] ?? '', answers)
    })
    const kept = keepAskedAnswers(logic, answers)
    form.querySelectorAll<HTMLElement>('[data-note-of]').forEach((note) => {
      const its = logic.notes.find(({ id }) => id === note.dataset['noteOf'])
      note.hidden = its !== undefined && !holdsCondition(its.showIf, kept)
    })
    const field = form.elements.namedItem('passed')
    if (field instanceof HTMLInputElement) field.value = [...passed].join(' ')
  }
  form.addEventListener('input', follow)
  form.addEventListener('change', follow)
  follow()
}

function plainAnswers(texts: Readonly<Record<string, string>>): Answers {
  const answers: Record<string, string | number> = {}
  for (const [name, text] of Object.entries(texts)) {
    if (text === '') continue
    // A choice and a number are compared as numbers; several options and days stay as they are written.
    answers[name.slice(2)] = String(Number(text)) === text ? Number(text) : text
  }
  return answers
}
