// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/partner/partner_memory.h"

#include <QJsonArray>

#include <array>
#include <utility>

namespace seonchak {

namespace {

using Mode = PartnerBehaviour::Mode;

constexpr std::array<std::pair<Mode, const char *>, 18> modeNames{{
    {Mode::Accept, "accept"},
    {Mode::Refuse, "refuse"},
    {Mode::Error500Before, "error500-before"},
    {Mode::Error500After, "error500-after"},
    {Mode::StallBefore, "stall-before"},
    {Mode::StallAfter, "stall-after"},
    {Mode::CloseBefore, "close-before"},
    {Mode::CloseAfter, "close-after"},
    {Mode::Garbage, "garbage"},
    {Mode::BrokenJson, "broken-json"},
    {Mode::Huge, "huge"},
    {Mode::HugeHeaders, "huge-headers"},
    {Mode::LongHeaders, "long-headers"},
    {Mode::Redirect, "redirect"},
    {Mode::EchoOther, "echo-other"},
    {Mode::Forget, "forget"},
    {Mode::Conflict, "conflict"},
    {Mode::Lie, "lie"},
}};

QByteArray nameOf(Mode mode)
{
    for (const auto &[value, name] : modeNames) {
        if (value == mode)
            return name;
    }
    return {};
}

QJsonObject said(const char *what)
{
    return {{QStringLiteral("error"), QLatin1String(what)}};
}

} // namespace

QJsonObject couponJson(const QByteArray &code, UserId user)
{
    return {{QStringLiteral("code"), QString::fromUtf8(code)}, {QStringLiteral("userId"), user}};
}

Result<PartnerBehaviour> PartnerBehaviour::fromJson(const QJsonObject &json)
{
    PartnerBehaviour behaviour;
    const QByteArray wanted = json.value(QLatin1String("mode")).toString().toUtf8();
    bool found = false;
    for (const auto &[mode, name] : modeNames) {
        if (wanted == name) {
            behaviour.mode = mode;
            found = true;
        }
    }
    if (!found)
        return failure(Trouble::BadInput, QStringLiteral("unknown mode"));
    static const QStringList known{QStringLiteral("mode"),   QStringLiteral("verb"),
                                   QStringLiteral("times"),  QStringLiteral("rate"),
                                   QStringLiteral("seed"),   QStringLiteral("stallMs"),
                                   QStringLiteral("status"), QStringLiteral("holder")};
    for (const QString &key : json.keys()) {
        if (!known.contains(key))
            return failure(Trouble::BadInput, QStringLiteral("unknown member ") + key);
    }
    const QString standardVerb = behaviour.mode == Mode::Lie ? QStringLiteral("GET") : QStringLiteral("POST");
    behaviour.verb = json.value(QLatin1String("verb")).toString(standardVerb).toUtf8();
    behaviour.times = json.value(QLatin1String("times")).toInt(-1);
    behaviour.rate = json.value(QLatin1String("rate")).toDouble(1);
    behaviour.seed = static_cast<quint64>(json.value(QLatin1String("seed")).toInteger(0));
    behaviour.stallMs = json.value(QLatin1String("stallMs")).toInt(-1);
    behaviour.status = json.value(QLatin1String("status")).toInt(422);
    behaviour.holder = json.value(QLatin1String("holder")).toInteger(0);
    return behaviour;
}

QByteArray PartnerBehaviour::name() const
{
    return nameOf(mode);
}

void PartnerMemory::behave(PartnerBehaviour behaviour)
{
    m_behaviour = std::move(behaviour);
    m_random.seed(m_behaviour.seed);
}

Mode PartnerMemory::nextMode(const QByteArray &verb)
{
    if (m_behaviour.times == 0 || (m_behaviour.verb != "*" && m_behaviour.verb != verb))
        return Mode::Accept;
    const double drawn = static_cast<double>(m_random() >> 11) * 0x1.0p-53;
    if (m_behaviour.times > 0)
        --m_behaviour.times;
    return drawn < m_behaviour.rate ? m_behaviour.mode : Mode::Accept;
}

qsizetype PartnerMemory::note(PartnerCall call)
{
    m_calls.push_back(std::move(call));
    return m_calls.size() - 1;
}

PartnerMemory::Answer PartnerMemory::pretend(qsizetype number) const
{
    const PartnerCall &call = m_calls.at(number);
    const auto held = m_held.constFind(call.code);
    const bool known = held != m_held.constEnd();
    if (call.verb == "GET")
        return known ? Answer{200, couponJson(call.code, held->user)}
                     : Answer{404, said("never heard of it")};
    if (call.verb == "DELETE")
        return known ? Answer{204, {}} : Answer{404, said("never heard of it")};
    if (call.verb != "POST")
        return {405, said("no such verb")};
    if (call.code.isEmpty() || call.user <= 0)
        return {400, said("a code and a user are needed")};
    if (m_refusedKeys.contains(call.key))
        return {422, said("refused")};
    const bool sameCall = known && held->user == call.user && !call.key.isEmpty() && held->key == call.key;
    return known && !sameCall ? Answer{409, said("registered already")}
                              : Answer{201, couponJson(call.code, call.user)};
}

PartnerMemory::Answer PartnerMemory::act(qsizetype number)
{
    const Answer answer = pretend(number);
    PartnerCall &call = m_calls[number];
    call.acted = true;
    if (call.verb == "POST" && answer.status == 201)
        m_held.insert(call.code, {call.user, call.key});
    else if (call.verb == "DELETE")
        m_held.remove(call.code);
    return answer;
}

void PartnerMemory::refuse(qsizetype number)
{
    if (!m_calls.at(number).key.isEmpty())
        m_refusedKeys.insert(m_calls.at(number).key);
}

void PartnerMemory::clear()
{
    m_held.clear();
    m_refusedKeys.clear();
    m_calls.clear();
    behave({});
}

QJsonObject PartnerMemory::toJson() const
{
    QJsonObject codes;
    for (auto it = m_held.cbegin(); it != m_held.cend(); ++it) {
        codes.insert(QString::fromUtf8(it.key()),
                     QJsonObject{{QStringLiteral("userId"), it->user},
                                 {QStringLiteral("key"), QString::fromUtf8(it->key)}});
    }
    QJsonArray calls;
    for (const PartnerCall &call : m_calls) {
        calls.append(QJsonObject{{QStringLiteral("verb"), QString::fromUtf8(call.verb)},
                                 {QStringLiteral("path"), QString::fromUtf8(call.path)},
                                 {QStringLiteral("key"), QString::fromUtf8(call.key)},
                                 {QStringLiteral("code"), QString::fromUtf8(call.code)},
                                 {QStringLiteral("userId"), call.user},
                                 {QStringLiteral("mode"), QString::fromUtf8(call.mode)},
                                 {QStringLiteral("acted"), call.acted}});
    }
    return {{QStringLiteral("codes"), codes}, {QStringLiteral("calls"), calls}};
}

} // namespace seonchak
