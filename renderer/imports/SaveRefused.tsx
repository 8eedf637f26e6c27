import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { data, shell } from '../app/client.ts'
import { useText } from '../app/i18n.ts'
import { notifyDone, notifyRefusal } from '../app/notify.tsx'
import { useLanguage } from '../app/preferences.tsx'

type SaveRefusedProps = {
  readonly from: { readonly preview: string } | { readonly batch: string }
  readonly size?: 'compact-sm'
}

/** The refused rows as an Excel file, with the reason beside each, to be corrected and imported again. */
export function SaveRefused({ from, size }: SaveRefusedProps) {
  const t = useText()
  const language = useLanguage()
  const save = useMutation({
    mutationFn: async () => {
      const to = await shell.chooseTarget({
        purpose: 'xlsx',
        suggestedName: `${t('imports:refused.name')}.xlsx`,
      })
      return to === null ? null : data.imports.saveRefused({ from, to, language })
    },
    onSuccess: (saved) => {
      if (saved !== null) notifyDone(t('imports:refused.saved', { count: saved.rows }))
    },
    onError: notifyRefusal,
  })
  return (
    <Button
      variant="default"
      {...(size === undefined ? {} : { size })}
      leftSection={<IconDeviceFloppy size={16} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
    >
      {t('imports:refused.save')}
    </Button>
  )
}
