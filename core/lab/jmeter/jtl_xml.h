// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/jmeter/jtl_sample.h"

#include <QXmlStreamReader>

namespace seonchak::lab {

/// Reads JMeter's results as XML, piece by piece. Of nested HTTP samples (redirects, embedded pictures) only
/// the outermost counts; those within a transaction count each. A document type is refused, because JMeter
/// writes none.
class JtlXml
{
public:
    static constexpr qsizetype largestSample = 4 * 1024 * 1024; ///< approximate limit
    static constexpr qsizetype longestBody = 64 * 1024;         ///< the rest is ignored

    explicit JtlXml(JtlCollector &collector)
        : m_collector(collector)
    {
    }
    Result<void> feed(QByteArrayView piece);
    Result<void> finish();

private:
    Result<void> readTokens();
    Result<void> takeToken();
    Result<void> begin();
    Result<void> end();
    void addText();

    JtlCollector &m_collector;
    QXmlStreamReader m_xml;
    JtlSample m_sample;
    bool m_hasRoot = false;
    int m_depth = 0;  ///< of elements
    int m_within = 0; ///< depth of the counted HTTP sample; 0: in none
    enum class Text { None, Body, Url } m_text = Text::None;
    bool m_otherHasHttp = false;
    qint64 m_otherLine = 0;
    qsizetype m_sinceSample = 0; ///< bytes fed since a sample ended
};

} // namespace seonchak::lab
