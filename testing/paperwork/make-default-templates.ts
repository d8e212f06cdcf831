// Makes the forms that come with Kiteline. Run by developers; what it writes is kept in content/forms:
//   node testing/paperwork/make-default-templates.ts
import { writeFile } from 'node:fs/promises'
import { Packer } from 'docx'
import { buildTemplate } from './build-template.ts'
import { templateWords } from './template-words.ts'

for (const language of ['zh-CN', 'en'] as const) {
  const place = new URL(`../../content/forms/evaluation-summary.${language}.docx`, import.meta.url)
  await writeFile(place, await Packer.toBuffer(buildTemplate(templateWords[language])))
}
