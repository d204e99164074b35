import type { AbsenceScope } from '../vocabulary'
import { compact } from './wording'

/** Where the elder's office is, to tell inside from outside. */
export interface HomePlace {
  province: string | null
  county: string
  township: string
  /** Administrative division code (GB/T 2260); its first two digits are the province. */
  regionCode: string | null
}

/** GB/T 2260 codes and short names of provinces, with the cities that ledgers name without them. */
const provinces: readonly (readonly [code: string, name: string, cities: string])[] = [
  ['11', '北京', ''],
  ['12', '天津', ''],
  ['13', '河北', '石家庄 唐山 保定 廊坊 邯郸 沧州 秦皇岛'],
  ['14', '山西', '太原 大同 运城 临汾 长治'],
  ['15', '内蒙', '呼和浩特 包头 鄂尔多斯 赤峰'],
  ['21', '辽宁', '沈阳 大连 鞍山'],
  ['22', '吉林', '长春'],
  ['23', '黑龙江', '哈尔滨 大庆'],
  ['31', '上海', ''],
  ['32', '江苏', '南京 苏州 无锡 常州 昆山 南通 扬州 徐州 镇江 张家港 江阴'],
  ['33', '浙江', '杭州 宁波 温州 义乌 台州 绍兴 嘉兴 金华 湖州 慈溪'],
  ['34', '安徽', '合肥 芜湖 阜阳 安庆'],
  ['35', '福建', '福州 厦门 泉州 莆田 晋江 漳州'],
  ['36', '江西', '南昌 赣州 九江 上饶'],
  ['37', '山东', '济南 青岛 烟台 潍坊 威海 临沂 淄博'],
  ['41', '河南', '郑州 洛阳 南阳 开封 信阳'],
  ['42', '湖北', '武汉 宜昌 襄阳 十堰 荆州'],
  ['43', '湖南', '长沙 株洲 衡阳 岳阳'],
  ['44', '广东', '广州 深圳 东莞 佛山 惠州 中山 珠海 江门 汕头 清远'],
  ['45', '广西', '南宁 柳州 桂林 北海'],
  ['46', '海南', '海口 三亚'],
  ['50', '重庆', ''],
  ['51', '四川', '成都 绵阳 德阳 宜宾 南充 达州 泸州'],
  ['52', '贵州', '贵阳 遵义 毕节'],
  ['53', '云南', '昆明 大理 曲靖 昭通'],
  ['54', '西藏', '拉萨'],
  ['61', '陕西', '西安 咸阳 宝鸡 渭南 汉中 安康 榆林 延安 商洛 铜川'],
  ['62', '甘肃', '兰州 天水 酒泉'],
  ['63', '青海', '西宁 格尔木'],
  ['64', '宁夏', '银川'],
  ['65', '新疆', '乌鲁木齐 喀什 库尔勒 石河子'],
  ['71', '台湾', ''],
  ['81', '香港', ''],
  ['82', '澳门', ''],
]

function provinceIn(text: string): string | undefined {
  return provinces.find(
    ([, name, cities]) =>
      text.includes(name) || cities.split(' ').some((city) => city !== '' && text.includes(city)),
  )?.[0]
}

/** 在家, 本村: the child is not away at all. */
export function isAtHome(place: string): boolean {
  return /^(在家|家中|家里|本村|本组|村内|同住|与老人同住|与父母同住|未外出|没有外出|在村)$/.test(
    compact(place),
  )
}

/**
 * How far away a place is from the elder's county, by its own words and the provinces of both. A
 * name that tells neither stays unknown.
 */
export function absenceScopeOf(place: string | null, home: HomePlace): AbsenceScope {
  if (place === null) return 'unknown'
  const text = compact(place)
  if (/省外|外省|国外|境外|出国/.test(text)) return 'outsideProvince'
  if (/县外|省内|市内|外县/.test(text)) return 'outsideCounty'
  if (/县城|县内|本县|本镇|镇上|镇内|乡镇|城关|本地|本村/.test(text)) return 'insideCounty'
  if ([home.county, home.township].some((name) => name !== '' && text.includes(name)))
    return 'insideCounty'
  const there = provinceIn(text)
  const here =
    home.regionCode?.slice(0, 2) || (home.province ? provinceIn(home.province) : undefined)
  if (there === undefined || !here) return 'unknown'
  return there === here ? 'outsideCounty' : 'outsideProvince'
}
