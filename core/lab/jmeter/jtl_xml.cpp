// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/jmeter/jtl_xml.h"

namespace seonchak::lab {

Result<void> JtlXml::feed(QByteArrayView piece)
{
    m_sinceSample += piece.size();
    m_xml.addData(piece.toByteArray());
    if (const auto read = readTokens(); !read)
        return read;
    if (m_sinceSample > largestSample)
        return faultInLine(m_xml.lineNumber(),
                           QStringLiteral("one sample holds more than %1 MiB").arg(largestSample >> 20));
    return {};
}

Result<void> JtlXml::finish()
{
    if (!m_hasRoot || m_depth > 0)
        return faultInLine(
            m_xml.lineNumber(),
            QStringLiteral("the file ends in the middle: it is cut off, or JMeter still runs"));
    return {};
}

Result<void> JtlXml::readTokens()
{
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.error() != QXmlStreamReader::NoError)
            break;
        if (const auto taken = takeToken(); !taken)
            return taken;
    }
    if (m_xml.error() == QXmlStreamReader::NoError ||
        m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return {};
    return faultInLine(m_xml.lineNumber(), QStringLiteral("broken XML: %1").arg(m_xml.errorString()));
}

Result<void> JtlXml::takeToken()
{
    switch (m_xml.tokenType()) {
    case QXmlStreamReader::DTD:
        return faultInLine(m_xml.lineNumber(),
                           QStringLiteral("a document type, which JMeter does not write"));
    case QXmlStreamReader::StartElement:
        return begin();
    case QXmlStreamReader::EndElement:
        return end();
    case QXmlStreamReader::Characters:
        addText();
        return {};
    default:
        return {};
    }
}

Result<void> JtlXml::begin()
{
    const auto name = m_xml.name();
    ++m_depth;
    if (m_depth == 1) {
        m_hasRoot = true;
        return name == QLatin1String("testResults")
                   ? Result<void>{}
                   : faultInLine(m_xml.lineNumber(),
                                 QStringLiteral("this is no result file of JMeter: its element is \"%1\"")
                                     .arg(name.left(40)));
    }
    if (m_within > 0) {
        if (m_depth == m_within + 1 && name == QLatin1String("responseData"))
            m_text = Text::Body;
        else if (m_depth == m_within + 1 && name == QLatin1String("java.net.URL"))
            m_text = Text::Url;
        return {};
    }
    if (m_depth == 2) {
        m_otherHasHttp = false;
        m_otherLine = m_xml.lineNumber();
    }
    if (name != QLatin1String("httpSample"))
        return {};
    m_otherHasHttp = true;
    m_within = m_depth;
    const auto attribute = [&](const char *key) {
        return m_xml.attributes().value(QLatin1String(key)).toUtf8();
    };
    m_sample = {};
    m_sample.line = m_xml.lineNumber();
    m_sample.timeStamp = attribute("ts");
    m_sample.elapsed = attribute("t");
    m_sample.status = attribute("rc");
    m_sample.label = attribute("lb");
    m_sample.thread = attribute("tn");
    return {};
}

void JtlXml::addText()
{
    if (m_text == Text::None)
        return;
    QByteArray &into = m_text == Text::Body ? m_sample.body : m_sample.url;
    if (into.size() < longestBody)
        into += m_xml.text().toUtf8();
}

Result<void> JtlXml::end()
{
    const int depth = m_depth--;
    if (m_within > 0 && depth == m_within + 1) {
        m_sample.hasUrl = m_sample.hasUrl || m_text == Text::Url;
        m_text = Text::None;
    }
    if (depth == 2)
        m_sinceSample = 0;
    if (depth == m_within) {
        m_within = 0;
        return m_collector.take(m_sample);
    }
    if (depth == 2 && m_within == 0 && !m_otherHasHttp)
        m_collector.passOver(m_otherLine);
    return {};
}

} // namespace seonchak::lab
