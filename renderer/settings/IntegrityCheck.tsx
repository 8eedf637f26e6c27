import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '../../shared/kernel/format.ts'
import { integrityCheckSchema } from '../../shared/workspace/backup.ts'
import { data } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'
import { Facts } from '../components/Facts.tsx'

/** Reads the whole file on demand and says of each part whether it is whole, the chain of changes among them. */
export function IntegrityCheck() {
  const t = useText()
  const language = useLanguage()
  const [checkedAt, setCheckedAt] = useState<string | null>(null)
  const check = useMutation({
    mutationFn: () => data.workspace.integrity(),
    onSuccess: () => setCheckedAt(new Date().toISOString()),
    onError: notifyRefusal,
  })
  const result = check.data

  return (
    <Stack gap="sm">
      <Group gap="md">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate()}
        >
          {t('institution:integrity.check')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {check.isPending ? t('institution:integrity.running') : null}
          {!check.isPending && checkedAt !== null
            ? t('institution:integrity.checkedAt', { at: formatInstant(checkedAt, language) })
            : null}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('institution:integrity.help')}
      </Text>
      {result !== undefined && !check.isPending && (
        <Stack gap="sm" role="region" aria-label={t('institution:integrity.resultLabel')}>
          <Verdict count={result.findings.length} isSound={result.ok} />
          <Facts
            facts={integrityCheckSchema.options.map((part) => {
              const found = result.findings.filter((finding) => finding.check === part)
              return [
                t(`institution:integrity.checks.${part}`),
                <PartResult key={part} details={found.map(({ detail }) => detail)} />,
              ]
            })}
          />
          <Text size="sm">{t('institution:integrity.auditRows', { count: result.auditRows })}</Text>
        </Stack>
      )}
    </Stack>
  )
}

function Verdict({ count, isSound }: { readonly count: number; readonly isSound: boolean }) {
  const t = useText()
  const Sign = isSound ? IconShieldCheck : IconShieldX
  return (
    <Group gap="xs" wrap="nowrap" c={isSound ? 'var(--qos-good)' : 'var(--qos-bad)'}>
      <Sign size={20} aria-hidden />
      <Text size="sm" fw={700}>
        {isSound ? t('institution:integrity.ok') : t('institution:integrity.bad', { count })}
      </Text>
    </Group>
  )
}

function PartResult({ details }: { readonly details: readonly string[] }) {
  const t = useText()
  if (details.length === 0) {
    return (
      <Group gap={6}>
        <IconCircleCheck size={16} color="var(--qos-good)" aria-hidden />
        {t('institution:integrity.passed')}
      </Group>
    )
  }
  return (
    <Stack gap={2}>
      {details.map((detail) => (
        <Text key={detail} size="sm" c="var(--qos-bad)">
          {detail}
        </Text>
      ))}
    </Stack>
  )
}
