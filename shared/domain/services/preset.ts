import type { ServiceKind } from './vocabulary'

/** 常用服务目录: what an office may begin with; it sets the prices itself. */
export const presetItems: readonly { kind: ServiceKind; name: string; unit: string }[] = [
  { kind: 'meals', name: '集中就餐', unit: '餐' },
  { kind: 'meals', name: '送餐上门', unit: '餐' },
  { kind: 'cleaning', name: '打扫居室', unit: '次' },
  { kind: 'cleaning', name: '洗衣被', unit: '次' },
  { kind: 'bathing', name: '上门助浴', unit: '次' },
  { kind: 'bathing', name: '理发', unit: '次' },
  { kind: 'medical', name: '陪同就医', unit: '次' },
  { kind: 'medical', name: '代取药', unit: '次' },
  { kind: 'medical', name: '康复护理', unit: '小时' },
  { kind: 'mobility', name: '接送出行', unit: '次' },
  { kind: 'emergency', name: '紧急呼叫处置', unit: '次' },
  { kind: 'social', name: '文化活动', unit: '次' },
  { kind: 'social', name: '陪伴聊天', unit: '次' },
  { kind: 'social', name: '法律维权', unit: '次' },
  { kind: 'social', name: '代购代办', unit: '次' },
]
