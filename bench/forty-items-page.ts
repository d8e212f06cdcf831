import { showFrame } from '../family/page.ts'
import { showQuestionnaire } from '../family/questionnaire-page.ts'
import { readDrawing } from '../server/app/read-drawing.ts'
import { loadTexts } from '../server/kit/texts.ts'
import { fortyItems } from './forty-items.ts'

/** The page as a family would get it; `scripted`: with the script that keeps a draft on the phone. */
export async function showFortyItems(scripted: boolean): Promise<string> {
  const words = (await loadTexts())('zh-CN')
  const body = showQuestionnaire(words, {
    instrument: fortyItems,
    language: 'zh-CN',
    names: {},
    answers: {},
    draftKey: 'A'.repeat(44),
    draw: readDrawing,
    opening: [],
    spoken: () => [],
    note: 'none',
    gaps: [],
    broken: [],
    today: '2026-11-22',
  })
  const frame = {
    language: 'zh-CN',
    words,
    title: '问卷',
    script: scripted,
    sample: false,
  } as const
  return String(showFrame(frame, body))
}
