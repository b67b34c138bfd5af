"""A service catalogue as it is delivered, in one file: an item that is new to the small content."""

TEXT = """\
meta:
  compiled: '2026-11-23'
  known_law_changes:
  - {law: 网络安全法, change: 2026-01-01起施行, source: null, confidence: unverified}
categories: {身份证: 1}
hotlines: []
channels:
- {key: LNAPP, name: 辽宁公安APP, url: null, evidence: press}
- {key: GAT, name: 辽宁省公安厅, url: https://gat.ln.gov.cn, evidence: official_page}
sources:
- {ref: L_ID, title: 居民身份证法, kind: law, url: https://www.gov.cn/law, show_url_to_user: true}
- {ref: W_NEWS, title: 某报报道, kind: press, show_url_to_user: false}
items:
- id: card_first
  name: 首次申领身份证
  name_en: First identity card
  aliases: [新办身份证]
  category: 身份证
  audience: [citizen, student]
  conditions: [年满16周岁]
  materials: [居民户口簿]
  steps: {online: [], self_service: [], window: [填表]}
  where: {tier: [police_station], note: null}
  time_limit: {statutory: 60日内, promised: null}
  fee: {amount: 免费, basis: null}
  validity: 10年
  legal_basis: [居民身份证法第二条]
  entry:
  - {name: 辽宁省公安厅, url: https://gat.ln.gov.cn, evidence: official_page}
  hotline:
  - {number: '12345', evidence: general}
  pitfalls: []
  related: []
  source:
  - {ref: L_ID, title: 居民身份证法, what_it_supports: 申领, kind: law}
  confidence: law
  answer_policy: state
  as_of: 2022-04
  weaker_fields: {third_party: [], partly_unverified: []}
  unverified: {}
"""
