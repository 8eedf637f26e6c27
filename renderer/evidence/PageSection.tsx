import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react'
import { formatDay } from '../../shared/kernel/format.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { useToday } from '../app/today.ts'
import { FormSection } from '../components/record/FormSection.tsx'
import type { EvidenceFormState } from './evidence-fields.ts'

/** The address of a page and whether somebody found it there. The program never goes to the page by itself. */
export function PageSection({ form }: { readonly form: EvidenceFormState }) {
  const t = useText()
  const language = useLanguage()
  const today = useToday()
  const { url, checkedOn, isReachable } = form.values
  const looked =
    checkedOn === null || isReachable === null
      ? t('evidence:reachable.never')
      : `${t(isReachable ? 'evidence:reachable.yes' : 'evidence:reachable.no')}: ${formatDay(checkedOn, language)}`
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => notifyDone(t('evidence:reachable.copied')),
      (error: unknown) => notifyRefusal(error),
    )
  }
  return (
    <FormSection title={t('evidence:section.page')} hint={t('evidence:reachable.hint')}>
      <TextInput
        label={t('evidence:field.url')}
        {...form.text('url')}
        required
        type="url"
        maxLength={2000}
        placeholder="https://"
      />
      <Text size="sm" aria-live="polite">
        {t('evidence:field.isReachable')}: {looked}
      </Text>
      <Group gap="sm">
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconCopy size={16} aria-hidden />}
          disabled={url === ''}
          onClick={copy}
        >
          {t('evidence:reachable.copy')}
        </Button>
        {form.isReadOnly ? null : (
          <>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconEye size={16} aria-hidden />}
              onClick={() => form.change({ checkedOn: today, isReachable: true })}
            >
              {t('evidence:reachable.today')}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconEyeOff size={16} aria-hidden />}
              onClick={() => form.change({ checkedOn: today, isReachable: false })}
            >
              {t('evidence:reachable.gone')}
            </Button>
          </>
        )}
      </Group>
    </FormSection>
  )
}
