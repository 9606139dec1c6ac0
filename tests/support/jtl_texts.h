// SPDX-FileCopyrightText: 2026 The Seonchak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Result files in JMeter's formats.
namespace seonchak::lab::testing {

inline const QByteArray header211 =
    "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,"
    "bytes,grpThreads,allThreads,URL,Latency\n";
inline const QByteArray header56 =
    "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,"
    "sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n";
/// JMeter 2.13's default: no header, no URL. With our plan's label and thread group.
inline const QByteArray bare = "1795426998886,49,Issue,200,OK,Users 1-1,text,true,219,2,2,49\n"
                               "1795426998880,53,Issue,404,Not Found,Users 1-2,text,false,305,2,2,52\n";

inline QByteArray row211(int user, const QByteArray &status, const QByteArray &start = "1795427001006")
{
    return start + ",85,Issue," + status + ",OK,Users 1-9,text,true,219,3,3,http://127.0.0.1:8080" +
           "/api/v1/coupons/" + QByteArray::number(user) + "/issue,85\n";
}

inline QByteArray sampleXml(const QByteArray &attributes, const QByteArray &inside)
{
    return "<httpSample t=\"58\" lt=\"58\" ts=\"1795426996982\" s=\"true\" lb=\"Issue\" rm=\"OK\" tn=\"Users "
           "1-2\" "
           "dt=\"text\" by=\"219\" ng=\"3\" na=\"3\" " +
           attributes + ">\n" + inside + "</httpSample>\n";
}

inline QByteArray bodyXml(const QByteArray &json)
{
    return "  <responseData class=\"java.lang.String\">" + QString::fromUtf8(json).toHtmlEscaped().toUtf8() +
           "</responseData>\n";
}

inline QByteArray urlXml(const QByteArray &path)
{
    return "  <java.net.URL>http://127.0.0.1:8080" + path + "</java.net.URL>\n";
}

inline QByteArray issuePath(int user)
{
    return "/api/v1/coupons/" + QByteArray::number(user) + "/issue";
}

inline QByteArray coupon(int user, const char *code, const char *result = "VALID")
{
    return QByteArray(R"({"id":1,"code":")") + code + R"(","status":"ISSUED","userId":)" +
           QByteArray::number(user) + R"(,"result":")" + result + "\"}";
}

inline QByteArray resultsXml(const QByteArray &samples)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testResults version=\"1.2\">\n" + samples +
           "\n</testResults>\n";
}

} // namespace seonchak::lab::testing
