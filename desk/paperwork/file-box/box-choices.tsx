import { NativeSelect, Radio, Stack, Text } from '@mantine/core'
import { audiences, type Audience } from '../../../core/paperwork/file-box/file-box.ts'
import { type Language, text } from '../../kit/index.ts'
import { SecretInput } from '../../kit/secret-input.tsx'

const languages = ['zh-CN', 'en'] as const

interface BoxChoicesProps {
  readonly audience: Audience
  readonly language: Language
  /** null: a sample village has no passwords. */
  readonly password: string | null
  readonly onAudience: (audience: Audience) => void
  readonly onLanguage: (language: Language) => void
  readonly onPassword: (password: string) => void
}

/** For whom, in which language, and once more who is asking. */
export function BoxChoices({
  audience,
  language,
  password,
  onAudience,
  onLanguage,
  onPassword,
}: BoxChoicesProps) {
  return (
    <>
      <Radio.Group
        label={text('paperwork:fileBox.desk.audience')}
        description={text('paperwork:fileBox.desk.audienceHint')}
        value={audience}
        onChange={(chosen) => onAudience(audiences.find((one) => one === chosen) ?? 'evaluators')}
      >
        <Stack mt="xs" gap="xs">
          {audiences.map((one) => (
            <Radio key={one} value={one} label={text(`paperwork:fileBox.desk.audiences.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NativeSelect
        label={text('paperwork:fileBox.desk.language')}
        value={language}
        data={languages.map((value) => ({ value, label: text(`paperwork:languageName.${value}`) }))}
        onChange={({ currentTarget }) => onLanguage(currentTarget.value === 'en' ? 'en' : 'zh-CN')}
      />
      {password === null ? (
        <Text size="sm" c="gray.6">
          {text('paperwork:fileBox.desk.noPassword')}
        </Text>
      ) : (
        <SecretInput
          label={text('paperwork:fileBox.desk.password')}
          description={text('paperwork:fileBox.desk.passwordHint')}
          required
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => onPassword(currentTarget.value)}
        />
      )}
    </>
  )
}
